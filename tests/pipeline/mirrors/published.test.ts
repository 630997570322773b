import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  explainMissingNewsboat,
  readWithFeedsmith,
  readWithNewsboat,
} from '@tamizdat/feeds/testing';
import { freePort, type SampleStore, serveStore } from '@tamizdat/mirrors/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ContentFolder } from '../fixture/content-folder.ts';
import { PASSPHRASE, SampleOutlet } from '../release/sample-outlet.ts';
import { findTraces } from '../workplace/find-traces.ts';
import { runTamizdat } from '../workplace/run-tamizdat.ts';

/** A built and released site on mirrors of every kind, some of them in reserve: what they serve, and what nobody says. */

const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const content = new ContentFolder(path.join(outlet.folder, 'work/content'));
const tree = path.join(outlet.folder, 'site');
const at = (...names: string[]): string => path.join(outlet.folder, ...names);
/** Stands in the name, address and place of every reserve mirror, and nowhere else. */
const SECRET = 'velvetzorq';
/** Everything that any command said. */
let said = '';
const stores: SampleStore[] = [];
const servers: Server[] = [];
const stops: (() => void)[] = [];
const bases: Record<string, string> = {};

async function serve(folder: string): Promise<number> {
  const server = createServer((request, response) => {
    try {
      const file = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname).slice(1);
      response.end(readFileSync(path.join(folder, file)));
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A bucket, in a process of its own. */
async function serveBucket(): Promise<number> {
  const port = await freePort();
  const program = path.join(repository, 'packages/mirrors/node_modules/.bin/s3rver');
  const args = ['-d', at('buckets'), '-p', String(port), '-a', '127.0.0.1', '-s'];
  const child = spawn(program, [...args, '--configure-bucket', 'bucket'], { stdio: 'ignore' });
  stops.push(() => child.kill());
  while (!(await fetch(`http://127.0.0.1:${port}/bucket`).catch(() => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 50));
  return port;
}

const remotes: string[] = [];

/** Takes over a store's remote under a name of its own. */
function addRemote(name: string, settings: string): void {
  remotes.push(`[${name}]\n${settings}\n`);
  writeFileSync(at('rclone.conf'), remotes.join('\n'));
}

async function addStore(protocol: 'webdav' | 'sftp'): Promise<string> {
  mkdirSync(at(protocol));
  const store = await serveStore(protocol, at(protocol));
  stores.push(store);
  const settings = readFileSync(store.config, 'utf8').replace('[store]\n', '');
  addRemote(protocol, settings);
  return /^url = (.+)$/m.exec(settings)?.[1] ?? '';
}

interface Entry {
  name: string;
  address: string;
  kind: string;
  place: string;
}

const listEntries = (entries: readonly Entry[]): string =>
  `mirrors:\n${entries.map(({ name, address, kind, place }) => `  - { name: ${name}, address: '${address}', kind: ${kind}, ${place} }\n`).join('')}`;

function run(args: string[]) {
  const env = {
    TAMIZDAT_PASSPHRASE: PASSPHRASE,
    TAMIZDAT_RESERVE: at('reserve.yaml'),
    TAMIZDAT_ROOT: outlet.fingerprint,
    RCLONE_CONFIG: at('rclone.conf'),
    AWS_CA_BUNDLE: '',
  };
  return runTamizdat(repository, args, { env }).then((ran) => {
    said += ran.output;
    expect(ran.output).not.toContain('    at ');
    return ran;
  });
}

const ofContent = ['--content', content.root];
const publish = (...args: string[]) => run(['publish', ...args, '--tree', tree, ...ofContent]);

beforeAll(async () => {
  await content.fill();
  for (const name of ['harbour', SECRET]) mkdirSync(at(name));
  const dav = await addStore('webdav');
  await addStore('sftp');
  const bucket = await serveBucket();
  addRemote(
    'bucket',
    `type = s3\nprovider = Other\naccess_key_id = S3RVER\nsecret_access_key = S3RVER\nendpoint = http://127.0.0.1:${bucket}\nforce_path_style = true`,
  );
  addRemote('hidden', `type = webdav\nurl = http://${SECRET}.invalid/\nvendor = other`);
  for (const name of ['pages', SECRET])
    execFileSync('git', ['init', '--quiet', '--bare', at(`${name}.git`)]);
  const here = async (folder: string, host = '127.0.0.1') =>
    `http://${host}:${await serve(folder)}/`;
  const announced: Entry[] = [
    {
      name: 'harbour',
      address: await here(at('harbour')),
      kind: 'folder',
      place: `folder: ${at('harbour')}`,
    },
    {
      name: 'pages',
      address: await here(at('pages')),
      kind: 'git',
      place: `repository: ${at('pages.git')}`,
    },
    { name: 'dav', address: `${dav}/site/`, kind: 'rclone', place: 'remote: "webdav:site"' },
    {
      name: 'ssh',
      address: await here(at('sftp/served/site')),
      kind: 'rclone',
      place: 'remote: "sftp:site"',
    },
    {
      name: 'bucket',
      address: `http://127.0.0.1:${bucket}/bucket/site/`,
      kind: 'rclone',
      place: 'remote: "bucket:bucket/site"',
    },
  ];
  const host = `${SECRET}.localhost`;
  const hidden: Entry[] = [
    {
      name: SECRET,
      address: await here(at(SECRET), host),
      kind: 'folder',
      place: `folder: ${at(SECRET)}`,
    },
    {
      name: `${SECRET}-git`,
      address: `https://${SECRET}.pages.example/`,
      kind: 'git',
      place: `repository: ${at(`${SECRET}.git`)}`,
    },
    {
      name: `${SECRET}-dns`,
      address: `https://${SECRET}.example/`,
      kind: 'rclone',
      place: 'remote: "hidden:site"',
    },
    {
      name: `${SECRET}-gone`,
      address: `https://gone.${SECRET}.example/`,
      kind: 'git',
      place: `repository: "http://127.0.0.1:9/${SECRET}.git"`,
    },
    {
      name: `${SECRET}-none`,
      address: `https://none.${SECRET}.example/`,
      kind: 'rclone',
      place: `remote: "${SECRET}store:site"`,
    },
  ];
  for (const { name, address } of [...announced, ...hidden]) bases[name] = address;
  content.write('mirrors.yaml', listEntries(announced));
  writeFileSync(at('reserve.yaml'), listEntries(hidden));
  const built = await run(['build', ...ofContent, '--out', tree]);
  if (built.code !== 0) throw new Error(built.output);
  const keys = ['--keys', outlet.keys];
  expect(await run(['release', tree, ...keys, ...ofContent, '--first'])).toMatchObject({ code: 0 });
});

afterAll(async () => {
  for (const server of servers) server.close();
  for (const stop of stops) stop();
  await Promise.all(stores.map((store) => store.close()));
  outlet.remove();
});

/** What a Pages host would serve. */
function checkOut(): void {
  rmSync(at('pages'), { recursive: true, force: true });
  execFileSync('git', ['clone', '--quiet', '--branch=pages', at('pages.git'), at('pages')]);
}

const PUBLIC = ['harbour', 'pages', 'dav', 'ssh', 'bucket'];

describe('a release that is published', () => {
  test('is on every mirror that can be reached, and said to be missing on those that cannot', async () => {
    const { code, output } = await publish('--json');
    expect(code).toBe(1);
    const reports = JSON.parse(output) as { name: string; failure?: { code: string } }[];
    expect(reports.map(({ name, failure }) => `${name} ${failure?.code ?? 'published'}`)).toEqual([
      ...PUBLIC.map((name) => `${name} published`),
      'reserve-1 published',
      'reserve-2 published',
      'reserve-3 store-unreachable',
      'reserve-4 store-unreachable',
      'reserve-5 store-missing',
    ]);
    expect(await publish(...PUBLIC)).toMatchObject({ code: 0 });
  });

  test.each(PUBLIC)('verifies as a whole on %s', async (name) => {
    if (name === 'pages') checkOut();
    const args = ['verify', bases[name] ?? '', '--memory', at(`memory-${name}`)];
    const ran = await runTamizdat(repository, [...args, '--root', outlet.fingerprint]);
    expect(ran).toMatchObject({ code: 0, output: expect.stringContaining('Genuine') as string });
  });
});

const readFeedOf = async (name: string, file: string): Promise<string> =>
  (await fetch((bases[name] ?? '') + file)).text();

describe('a subscriber who moves from one mirror to another', () => {
  test('finds the same ids in all formats, and links that stay on the mirror', async () => {
    for (const lang of ['en', 'ru'])
      for (const name of ['feed.xml', 'atom.xml', 'brief.xml', 'feed.json']) {
        const read = async (mirror: string) => {
          const feed = readWithFeedsmith(await readFeedOf(mirror, `${lang}/${name}`));
          const wrong = feed.items.filter(({ url }) => !url.startsWith(bases[mirror] ?? 'none'));
          expect(wrong).toEqual([]);
          return feed.items.map(({ id }) => id);
        };
        const ids = await read('harbour');
        expect(ids.length).toBeGreaterThan(1);
        for (const id of ids) expect(id).toMatch(/^tag:/);
        expect(await read('ssh')).toEqual(ids);
        expect(await read('pages')).toEqual(ids);
      }
  });

  test.each(['feed.xml', 'atom.xml'])(
    'newsboat shows nothing of %s twice, and nothing read as new',
    async (name) => {
      const why = await explainMissingNewsboat();
      if (why !== undefined) throw new Error(why);
      const home = at(`newsboat-${name}`);
      const cache = path.join(home, 'cache.db');
      const before = await readWithNewsboat(home, [`${bases['harbour'] ?? ''}en/${name}`]);
      expect(before.length).toBeGreaterThan(1);
      const database = new DatabaseSync(cache);
      database.exec('UPDATE rss_item SET unread = 0');
      database.close();
      const after = await readWithNewsboat(home, [`${bases['ssh'] ?? ''}en/${name}`]);
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      const again = new DatabaseSync(cache, { readOnly: true });
      const { unread } = again.prepare('SELECT sum(unread) AS unread FROM rss_item').get() as {
        unread: number;
      };
      again.close();
      expect(unread).toBe(0);
    },
  );
});

/** Every object of a repository, unpacked: what anybody gets who clones it. */
const objectsOf = (repository_: string): string =>
  execFileSync('git', ['-C', repository_, 'cat-file', '--batch-all-objects', '--batch'], {
    encoding: 'latin1',
    maxBuffer: 200_000_000,
  });

describe('where a reserve mirror is', () => {
  test('no command says, whatever happens, nor writes it anywhere but there', async () => {
    const harbour = bases['harbour'] ?? '';
    const watch = ['watch', ...ofContent, '--history', at('history.sqlite')];
    for (const args of [
      ['publish', 'reserve', '--tree', tree, ...ofContent, '--dry-run'],
      ['publish', 'reserve-9', '--tree', tree, ...ofContent],
      ['publish', 'reserve', '--tree', tree, ...ofContent, '--json', '--dry-run'],
      [...watch, '--html', at('status.html')],
      [...watch, 'reserve-1', 'reserve-2', '--json'],
      [...watch, 'reserve-9'],
      ['mirrors', 'sign', tree, '--keys', outlet.keys, ...ofContent],
      ['mirror', 'pull', harbour, at('copy'), '--json'],
      ['mirror', 'card', ...ofContent, '--out', at('card.html')],
      ['mirror', 'card', 'reserve-1', ...ofContent],
      ['mirror', 'promote', 'reserve-1', '--dry-run', ...ofContent],
      ['mirror', 'promote', 'reserve-3', '--dry-run', '--json', ...ofContent],
      ['mirror', 'promote', 'reserve-1', '--name', 'harbour', ...ofContent],
      ['mirror', 'promote', 'reserve-9', ...ofContent],
      ['mirror', 'retire', 'reserve-1', ...ofContent],
      ['check', ...ofContent],
      ['tree', 'check', tree],
      ['tree', 'weigh', tree],
      ['release', tree, '--keys', outlet.keys, ...ofContent],
      ['refresh', tree, '--keys', outlet.keys, ...ofContent],
      ['verify', harbour, '--json', '--memory', at('memory')],
      ['publish', '--tree', tree, ...ofContent],
    ])
      await run(args);
    expect(said).toContain('reserve-1');
    expect(said).toContain('reserve-5');
    expect(said.toLowerCase()).not.toContain(SECRET);
    // What is looked for is there to be found.
    expect(findTraces(at(SECRET), SECRET)).not.toEqual([]);
    expect(objectsOf(at(`${SECRET}.git`))).toContain(SECRET);
    const folders = [
      tree,
      at('harbour'),
      at('webdav'),
      at('sftp'),
      at('buckets'),
      at('copy/releases'),
      at('work'),
      at('state'),
    ];
    for (const folder of folders.filter(existsSync)) expect(findTraces(folder, SECRET)).toEqual([]);
    expect(folders.slice(0, 7).filter((folder) => !existsSync(folder))).toEqual([]);
    expect(objectsOf(at('pages.git'))).not.toContain(SECRET);
    for (const file of ['history.sqlite', 'status.html', 'rclone.conf'])
      expect(
        readFileSync(at(file), 'latin1').replace(`http://${SECRET}.invalid`, ''),
      ).not.toContain(SECRET);
    // Work folders of git and rclone may be a cache of CI, which others read.
    expect(
      findTraces(path.join(repository, '.cache/mirrors'), SECRET).filter(
        (file) => !/\/objects\//.test(file),
      ),
    ).toEqual([]);
  });
});
