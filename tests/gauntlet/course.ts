import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Authority } from './hosts/certificates.ts';
import type { Folders } from './hosts/answer.ts';
import type { Protocol } from './hosts/host.ts';
import { World } from './hosts/world.ts';
import { releaseOutlet } from './outlet/released-outlet.ts';

/** What all runs of a gauntlet share: the outlet's releases, the authority, and the hosts of each protocol. */
export class Course {
  /** The reader's home: its store of certificates trusts the course's authority. */
  readonly home: string;
  readonly folders: Folders;
  readonly #folder: string;
  readonly #authority: Authority;
  readonly #worlds = new Map<Protocol, World>();

  /** @param folder Where what it needs is written, absolute. @param folders Releases that there are; hosts can serve no other. */
  constructor(folder: string, folders: Partial<Folders> & Pick<Folders, 'newest'>) {
    this.#folder = folder;
    // A host that is to serve a release that is not there has nothing.
    this.folders = { ...everywhere(path.join(folder, 'none')), ...folders };
    this.#authority = new Authority(path.join(folder, 'authority'));
    this.home = path.join(folder, 'home');
    this.#authority.trustIn(this.home);
  }

  /** @param folder Where all of it is written, absolute. @param settings Further lines of `outlet.yaml`. */
  static async lay(folder: string, settings: string): Promise<Course> {
    return new Course(folder, await releaseOutlet(path.join(folder, 'outlet'), settings));
  }

  async world(protocol: Protocol): Promise<World> {
    const known = this.#worlds.get(protocol);
    if (known) return known;
    const world = await World.open(this.folders, this.#authority, protocol);
    this.#worlds.set(protocol, world);
    return world;
  }

  /** Calls back with a new folder for what one reader’s browser keeps, and deletes it. */
  async withReader<Result>(visit: (profile: string) => Promise<Result>): Promise<Result> {
    const profile = mkdtempSync(path.join(this.#folder, 'reader-'));
    try {
      return await visit(profile);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  async close(): Promise<void> {
    for (const world of this.#worlds.values()) await world.close();
  }
}

const everywhere = (folder: string): Folders => ({
  'month-old': folder,
  former: folder,
  newest: folder,
  moved: folder,
  'former-of-ten': folder,
  'newest-of-ten': folder,
});
