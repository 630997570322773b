import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MIRRORS, NOW, ONLINE_KEYS, ORIGIN } from './sample-outlet.ts';
import { makeRelease } from '../src/store/make-release.ts';
import { ROOT_1 } from './vectors/sample-head.ts';

/** A small site in a folder, released, for tests. */
export class SampleSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'sample-site-'));
  readonly tree = join(this.folder, 'dist');
  /** Of the next release. */
  mirrors = MIRRORS;
  origin = ORIGIN;

  constructor() {
    for (let at = 0; at < 90; at++)
      this.write(`ru/2026/11/${at % 28}/page-${at}.html`, `page ${at} `.repeat(200));
    this.write('index.html', 'front');
    this.write('media/0a.avif', Buffer.alloc(20_000, 'picture'));
    this.write('ru/feed.xml', `<feed>${ORIGIN}ru/</feed>`);
  }

  write(path: string, content: string | Buffer): void {
    const file = join(this.tree, path);
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  read(path: string): Buffer {
    return readFileSync(join(this.tree, path));
  }

  release(now = NOW, keys = ONLINE_KEYS, roots = [ROOT_1], removed: string[] = []): void {
    const state = join(this.folder, 'state');
    makeRelease({
      tree: this.tree,
      state,
      roots,
      keys,
      now,
      clock: '2026-11-22T11:00:00Z',
      origin: this.origin,
      mirrors: this.mirrors,
      listRemoved: () => removed,
    });
  }

  /** Keeps a copy of the tree as it is. */
  copy(name: string): string {
    const copy = join(this.folder, name);
    cpSync(this.tree, copy, { recursive: true });
    return copy;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Answers a request, or leaves it to the folder. */
export type Tamper = (path: string, response: ServerResponse, request: IncomingMessage) => boolean;

export interface Served {
  base: string;
  close: () => Promise<void>;
}

/** Serves a folder over HTTP from a sub-path, as a mirror that may be lying. */
export async function serveFolder(folder: string, tamper: Tamper = () => false): Promise<Served> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace('/sub/', ''));
    if (tamper(path, response, request)) return;
    try {
      response.end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end('<html>Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
