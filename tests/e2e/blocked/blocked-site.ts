import { existsSync, mkdtempSync, readFileSync, rmSync, cpSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildOutlet } from '@tamizdat/cli/build';
import { fingerprintOf, makeRelease } from '@tamizdat/release';
import { ONLINE_KEYS, ROOT_1 } from '@tamizdat/release/testing';
import { ContentFolder } from '../../pipeline/fixture/content-folder.ts';
import { OUTLET } from '../../pipeline/fixture/records.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const NOW = '2026-11-22T12:00:00Z';
/** Sites lie below a path everywhere: where that works, a root does. */
const BELOW = '/sub/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Answers a request for a path in the tree, or leaves it to the tree. */
export type Answer = (file: string, response: ServerResponse) => boolean;

/** A host of the site whose answers a test alters. */
export interface BlockedHost {
  base: string;
  folder: string;
  answer: Answer;
  server: Server;
}

/** An outlet with the worker on, released, and hosts of their own names that serve it. */
export class BlockedSite {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'blocked-site-'));
  readonly content = new ContentFolder(path.join(this.folder, 'content'));
  readonly tree = path.join(this.folder, 'dist');
  readonly hosts: BlockedHost[] = [];
  #signed = Date.now() - 3_600_000;

  static async open(names: readonly string[]): Promise<BlockedSite> {
    const site = new BlockedSite();
    for (const name of names) site.hosts.push(await site.#serve(name));
    await site.content.fill();
    site.content.write(
      'outlet.yaml',
      `${OUTLET}rootFingerprint: ${fingerprintOf(ROOT_1)}\nreader: { worker: true }\n`,
    );
    await site.release();
    return site;
  }

  /** Builds the content as it is and signs it, a minute after the release before it. */
  async release(): Promise<void> {
    const built = await buildOutlet({
      content: this.content.root,
      out: this.tree,
      state: path.join(this.folder, 'state'),
      media: path.join(repository, '.cache/media'),
      now: NOW,
      preview: false,
      force: false,
    });
    if (!built) throw new Error('the outlet could not be built');
    const [origin, ...mirrors] = this.hosts;
    makeRelease({
      tree: this.tree,
      state: path.join(this.folder, 'history'),
      roots: [ROOT_1],
      keys: ONLINE_KEYS,
      now: (this.#signed += 60_000),
      clock: NOW,
      origin: origin?.base ?? '',
      mirrors: mirrors.map(({ base }, at) => ({
        base,
        name: `Mirror ${at}`,
        languages: [],
        worker: true,
      })),
    });
  }

  /** Keeps a copy of the tree as it is; gives its folder. */
  copy(name: string): string {
    const copy = path.join(this.folder, name);
    cpSync(this.tree, copy, { recursive: true });
    return copy;
  }

  async close(): Promise<void> {
    for (const { server } of this.hosts) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    rmSync(this.folder, { recursive: true });
  }

  async #serve(name: string): Promise<BlockedHost> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
      const file = decodeURIComponent(pathname).slice(BELOW.length);
      if (host.answer(file, response)) return;
      const place = path.join(host.folder, file);
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
      if (existsSync(place)) response.end(readFileSync(place));
      else response.writeHead(404).end('Not found');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const base = `http://${name}.localhost:${port}${BELOW}`;
    const host: BlockedHost = { base, folder: this.tree, answer: () => false, server };
    return host;
  }
}
