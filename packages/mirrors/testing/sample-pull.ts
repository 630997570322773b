import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fingerprintOf,
  type Inspection,
  inspectRelease,
  MirrorSource,
  openFolder,
  recallTrust,
} from '@tamizdat/release';
import { NOW, ROOT_1, serveFolder, type Tamper } from '@tamizdat/release/testing';
import { type Pull, pullMirror, type PullOptions } from '../src/pull/pull-mirror.ts';

/** Pulls that tests make, from real servers into real folders. */

export const FINGERPRINT = fingerprintOf(ROOT_1);

/** A folder to pull into, and what became of it. */
export class SampleCopy {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'sample-copy-')), 'mirror');

  get served(): string {
    return join(this.folder, 'current');
  }

  /** Pulls a folder that is served over HTTP as it is, or as a liar serves it. */
  async pull(
    tree: string,
    { tamper, ...options }: Partial<PullOptions> & { tamper?: Tamper | undefined } = {},
  ): Promise<Pull & { asked: string[] }> {
    const asked: string[] = [];
    const server = await serveFolder(tree, (path, response, request) => {
      asked.push(path);
      return tamper?.(path, response, request) ?? false;
    });
    const source = new MirrorSource(server.base, { idleMs: 3_000, waits: [1, 1] });
    try {
      const trust = await recallTrust(join(this.folder, 'seen'), FINGERPRINT);
      const known = trust ? { trust } : { fingerprint: FINGERPRINT };
      const given = { source, folder: this.folder, known, fingerprint: FINGERPRINT, now: NOW };
      return { ...(await pullMirror({ ...given, ...options })), asked };
    } finally {
      source.close();
      await server.close();
    }
  }

  /** Verifies what is served, every file of it, as anybody would. */
  async inspect(base?: string): Promise<Inspection> {
    const source = { ...openFolder(this.served), ...(base === undefined ? {} : { base }) };
    return inspectRelease(source, {
      known: { fingerprint: FINGERPRINT },
      now: NOW,
      scope: { kind: 'all' },
      strict: true,
    });
  }

  read(path: string): string {
    return readFileSync(join(this.served, path), 'utf8');
  }

  remove(): void {
    rmSync(join(this.folder, '..'), { recursive: true });
  }
}
