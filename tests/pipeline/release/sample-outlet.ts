import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initKeys, makeRelease, openKeyFolder } from '@tamizdat/release';
import { FIXTURE_NOW } from '../workplace/run-tamizdat.ts';

export const ORIGIN = 'https://sample.example/';
export const PASSPHRASE = 'five random words in a row';

/** An outlet with keys and a small tree in a temporary folder. */
export class SampleOutlet {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-outlet-'));
  readonly keys = path.join(this.folder, 'keys');
  readonly tree = path.join(this.folder, 'dist');
  readonly fingerprint: string;
  readonly #servers: Server[] = [];

  constructor() {
    const now = Date.parse(FIXTURE_NOW);
    this.fingerprint = initKeys({ folder: this.keys, passphrase: PASSPHRASE, now }).fingerprint;
    this.write('en/index.html', '<p>front');
    this.write('en/a.html', 'a story '.repeat(2_000));
    this.write('en/feed.xml', `<link>${ORIGIN}en/a.html</link>`);
  }

  write(file: string, content: string): void {
    const place = path.join(this.tree, file);
    mkdirSync(path.dirname(place), { recursive: true });
    // Former bytes may be links to this file.
    rmSync(place, { force: true });
    writeFileSync(place, content);
  }

  /** Makes a release at a moment, without the command. */
  async release(now = FIXTURE_NOW): Promise<void> {
    const ask = () => Promise.resolve(PASSPHRASE);
    const keysOf = async (role: 'targets' | 'snapshot' | 'timestamp') =>
      (await openKeyFolder(this.keys, [role], ask)).map(({ key }) => key);
    makeRelease({
      tree: this.tree,
      state: path.join(this.folder, 'state'),
      roots: [new Uint8Array(readFileSync(path.join(this.keys, 'root.json')))],
      keys: {
        targets: await keysOf('targets'),
        snapshot: await keysOf('snapshot'),
        timestamp: await keysOf('timestamp'),
      },
      now: Date.parse(now),
      clock: FIXTURE_NOW,
      origin: ORIGIN,
      mirrors: [],
    });
  }

  /** A copy of the tree as it stands. */
  copy(name: string): string {
    const place = path.join(this.folder, name);
    cpSync(this.tree, place, { recursive: true });
    return place;
  }

  /** Serves a folder; `{origin}` of feeds is replaced by the mirror's own address, as mirrors do. */
  async serve(folder: string, asked: string[] = []): Promise<string> {
    const server = createServer((request, response) => {
      const file = decodeURIComponent(request.url ?? '').slice(1);
      asked.push(file);
      try {
        const bytes = readFileSync(path.join(folder, file));
        const { port } = server.address() as AddressInfo;
        const base = `http://127.0.0.1:${port}/`;
        response.end(file.endsWith('.xml') ? bytes.toString().replaceAll(ORIGIN, base) : bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  remove(): void {
    for (const server of this.#servers) server.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Serves a folder as it is. */
export async function serveCopy(folder: string): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(path.join(folder, decodeURIComponent(request.url ?? '').slice(1))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, close: () => void server.close() };
}
