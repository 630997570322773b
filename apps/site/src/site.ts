import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Archive,
  type ArchiveSource,
  type ContentFiles,
  recordDoor,
  type Reads,
} from '@tamizdat/archive';
import type { Problem } from '@tamizdat/problem';
import type { Media } from '@tamizdat/media';
import type { setProse } from '@tamizdat/render';

/** What a page learns of the outlet besides its own address. */
export interface Site {
  /** Texts, pictures and recordings: read through the door. */
  files: ContentFiles;
  /** Derivatives of the outlet's images, made once and kept. */
  media: Media;
  /** What the content collections give. */
  source: ArchiveSource;
  /** What is wrong in the content, for the preview, which shows it. */
  problems: readonly Problem[];
  /** Sets a text once for all that show it. */
  setProse: typeof setProse;
  /** The door to all articles. */
  door: Archive;
}

const current = new AsyncLocalStorage<Site>();
let openOwn: (() => Promise<Site>) | undefined;

/** Runs something that renders pages of an outlet: {@link site} gives that outlet to whatever is called from there. */
export function inSite<Result>(opened: Site, run: () => Result): Result {
  return current.run(opened, run);
}

/**
 * The same as {@link inSite} for one thing that is made of the outlet.
 * @param reads Takes what is asked, with digests of what is answered.
 */
export function inRecordedSite<Result>(
  opened: Site,
  reads: Reads,
  run: (recorded: Site) => Result,
): Result {
  const door = recordDoor(opened.door, reads);
  const recorded = { ...opened, door, files: opened.files.through(door) };
  return current.run(recorded, () => run(recorded));
}

/** Says which outlet pages are of that are rendered outside {@link inSite}: by Astro's own build and its preview. */
export function setOwnSite(open: () => Promise<Site>): void {
  openOwn = open;
}

/**
 * The outlet whose page is being rendered.
 * @throws Error where there is none.
 */
export async function site(): Promise<Site> {
  const opened = current.getStore() ?? (await openOwn?.());
  if (!opened) throw new Error('a page is rendered outside inSite, and no outlet was set');
  return opened;
}
