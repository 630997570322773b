import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprintOf, listFolder, makeRelease } from '@tamizdat/release';
import { NOW, ONLINE_KEYS, ORIGIN, ROOT_1 } from '@tamizdat/release/testing';
import { writeMadeUpFile } from './made-up-file.ts';
import { measureRun, repository } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Measures pulling a made-up tree from a mirror on this machine, and one release more, beside wget.

  node tests/bench/mirror-pull.ts [--files 10000] [--folder /tmp]

wget is told the addresses of all files of the tree, without release/: what it would have to find out. It compares
by time, a request a file, and verifies nothing.
`;

const options = readArguments(USAGE, {
  files: { type: 'string', default: '10000' },
  folder: { type: 'string', default: tmpdir() },
});
const count = readCount('files', options.files, USAGE);
const folder = mkdtempSync(path.join(options.folder, 'bench-pull-'));
const tree = path.join(folder, 'dist');
const served = path.join(folder, 'served');

const write = (name: string, edition?: number): void => {
  writeMadeUpFile(path.join(tree, name), `${name} ${edition ?? 1}`);
};

function release(): void {
  makeRelease({
    tree,
    state: path.join(folder, 'state'),
    roots: [ROOT_1],
    keys: ONLINE_KEYS,
    now: NOW,
    clock: '2026-11-22T11:00:00Z',
    origin: ORIGIN,
    mirrors: [],
  });
  rmSync(served, { recursive: true, force: true });
  cpSync(tree, served, { recursive: true, preserveTimestamps: true });
}

let requests = 0;
let bytes = 0;
const server = createServer((request, response) => {
  requests++;
  try {
    const content = readFileSync(path.join(served, decodeURIComponent(request.url ?? '')));
    const since = Date.parse(request.headers['if-modified-since'] ?? '');
    if (since >= changed) {
      response.writeHead(304).end();
      return;
    }
    bytes += content.length;
    response.setHeader('last-modified', new Date(changed).toUTCString()).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
// Times of files have whole seconds in HTTP.
const changed = Math.floor(Date.now() / 1_000) * 1_000;
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function measure(label: string, command: string[]): Promise<void> {
  requests = bytes = 0;
  const { seconds, memory } = await measureRun(command);
  const figures = [
    `${seconds.toFixed(1)} s`,
    `${Math.round(memory)} MB`,
    `${requests} requests`,
    `${(bytes / 1e6).toFixed(2)} MB fetched`,
  ];
  process.stdout.write(`${label.padEnd(34)}${figures.join(', ')}\n`);
}

const list = path.join(folder, 'list');
const wget = ['wget', '-q', '-x', '-N', '-P', path.join(folder, 'wget'), '-i', list];
const main = path.join(repository, 'packages/cli/src/main.ts');
const pull = [process.execPath, main, 'mirror', 'pull', base, path.join(folder, 'copy')];
process.env['TAMIZDAT_NOW'] = new Date(NOW).toISOString();
process.env['TAMIZDAT_ROOT'] = fingerprintOf(ROOT_1);

try {
  for (let at = 0; at < count; at++) write(`ru/${2010 + (at % 16)}/${at}.html`);
  release();
  writeFileSync(
    list,
    listFolder(served)
      .map((name) => `${base}${name}\n`)
      .join(''),
  );
  await measure('pull, all', pull);
  await measure('wget, all', wget);
  await measure('pull, nothing new', pull);
  await measure('wget, nothing new', wget);
  for (let at = 0; at < 40; at++) write(`ru/${2010 + (at % 16)}/${at}.html`, 2);
  write('ru/2026/new.html');
  release();
  await measure('pull, a release of 41 files', pull);
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
}
