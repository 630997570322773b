import { digestParts, type Part, type PartDigests } from '@tamizdat/archive';
import type { Site } from '../site.ts';

/** What was listed, and digests of what was looked at for it. */
interface Listed {
  parts: PartDigests;
  list: unknown;
}

const known = new Map<string, Listed>();

/** Lists what there is to be made of an outlet. */
export class Lists {
  readonly #site: Site;
  #digests: Promise<PartDigests> | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /**
   * Gives the list that an earlier rendering in this process made, where all that it looked at is as it was: a text that was
   * changed brings no page and takes none away.
   * @param name Of the list.
   */
  async listOnce<List>(name: string, list: (site: Site) => Promise<List>): Promise<List> {
    const { files, door } = this.#site;
    const key = JSON.stringify([files.root, door.preview, name]);
    const now = await (this.#digests ??= digestParts(door));
    const last = known.get(key);
    if (last && Object.entries(last.parts).every(([part, digest]) => now[part] === digest))
      return last.list as List;
    const looked = new Set<Part>();
    const made = await list({ ...this.#site, door: door.watch((part) => looked.add(part)) });
    const parts = Object.fromEntries([...looked].map((part) => [part, now[part] ?? '']));
    known.set(key, { parts, list: made });
    return made;
  }
}
