import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import {
  ContentIndex,
  type IndexMissing,
  type KeptLines,
  loadIndex,
  saveIndex,
} from '@tamizdat/archive';
import { reasonOf } from '../frame/explain-disk.ts';
import { announce } from './announce.ts';
import { Remembered } from './remembered.ts';
import { say } from '../language/say.ts';

/** Where what is known of a content folder is kept between builds, and by which kit. */
export interface KeptContent {
  /** Folder of what a build remembers, absolute. */
  state: string;
  /** What `digestKit` gives. */
  kit: string;
}

/** Why all of the content is read, where there was an index. */
const TOLD: Readonly<Record<Exclude<IndexMissing, 'none'>, string>> = {
  other: say({
    en: 'What was kept of the content is of another version of the kit: all of it is read',
    ru: 'Запомненное о содержимом — от другой версии набора: читается всё',
  }),
  damaged: say({
    en: 'What was kept of the content is damaged: all of it is read',
    ru: 'Запомненное о содержимом повреждено: читается всё',
  }),
};

/** Opens what the last build left of a content folder; says in one line if it is of no use, to whoever listens. */
export function openKept(
  content: string,
  { state, kit }: KeptContent,
  tell: (line: string) => void = announce,
): ContentIndex {
  const place = placeOf(content, state);
  let missing: IndexMissing = 'none';
  const known = indexes.load(place, () => {
    const kept = loadIndex(place, withRuntime(kit));
    if (typeof kept !== 'string') return { kit, lines: kept };
    missing = kept;
    return undefined;
  });
  if (known?.kit === kit) return new ContentIndex(content, known.lines);
  if (known !== undefined) missing = 'other';
  if (missing !== 'none') tell(TOLD[missing]);
  return new ContentIndex(content);
}

const indexes = new Remembered<{ kit: string; lines: KeptLines }>();

/** Keeps what was read for the next build, where it is not what was kept already. */
export function saveKept(content: string, { state, kit }: KeptContent, index: ContentIndex): void {
  const lines = index.write();
  if (lines === undefined) return;
  try {
    const place = placeOf(content, state);
    saveIndex(place, withRuntime(kit), lines);
    indexes.keep(place, { kit, lines });
  } catch (error) {
    // The next build reads all again, and this one has what it read.
    announce(
      say({
        en: `What was read of the content is not kept: ${reasonOf(error)}`,
        ru: `Прочитанное из содержимого не сохранено: ${reasonOf(error)}`,
      }),
    );
  }
}

/** Parsing asks the runtime about time zones, languages and letters. */
function withRuntime(kit: string): string {
  const { node, icu = '', tz = '', unicode = '' } = process.versions;
  return [kit, node, icu, tz, unicode, process.platform, process.arch].join('\n');
}

/** Named by the way from the state to the content, so that both can be moved together. */
function placeOf(content: string, state: string): string {
  const way = path.relative(state, resolveFolder(content)).split(path.sep).join('/');
  return path.join(state, `content-${hash('sha256', way).slice(0, 16)}`);
}

function resolveFolder(content: string): string {
  try {
    return realpathSync(content);
  } catch {
    // That there is none is told with everything else that is wrong with it.
    return path.resolve(content);
  }
}
