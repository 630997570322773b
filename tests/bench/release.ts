import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createSigningKey,
  inspectRelease,
  makeRelease,
  type MakeReleaseOptions,
  openFolder,
  signRoot,
} from '@tamizdat/release';
import { startTrust } from '@tamizdat/verify';
import { median } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Measures releases of a made-up tree: time to sign, size of a proof, time to verify.

  node tests/bench/release.ts [--files 100000] [--runs 5] [--folder /tmp]

Pages of a dated archive and, for a third, pictures in one flat folder, with 2 to 6 KB of noise each.
`;

const NOW = Date.UTC(2026, 10, 22, 12);
const options = readArguments(USAGE, {
  files: { type: 'string', default: '100000' },
  runs: { type: 'string', default: '5' },
  folder: { type: 'string', default: tmpdir() },
});
const count = readCount('files', options.files, USAGE);
const runs = readCount('runs', options.runs, USAGE);
const folder = mkdtempSync(path.join(options.folder, 'bench-release-'));
const tree = path.join(folder, 'dist');

const key = (name: string) => createSigningKey(createHash('sha256').update(name).digest());
const keys = {
  targets: [key('targets')],
  snapshot: [key('snapshot')],
  timestamp: [key('timestamp')],
};
const signer = (one: ReturnType<typeof key>) => ({ keys: [one], threshold: 1 });
const root = signRoot({
  version: 1,
  now: NOW,
  signers: {
    root: signer(key('root')),
    targets: signer(key('targets')),
    snapshot: signer(key('snapshot')),
    timestamp: signer(key('timestamp')),
  },
  keys: [key('root')],
});

function noise(name: string, edition: number): Buffer {
  const seed = createHash('sha256').update(`${name} ${edition}`).digest();
  return Buffer.alloc(2_000 + (seed[0] ?? 0) * 16, seed);
}

function write(name: string, edition = 1): void {
  const file = path.join(tree, name);
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, noise(name, edition));
}

function nameFile(at: number): string {
  const hash = createHash('sha256').update(`${at}`).digest('hex');
  if (at % 3 === 0) return `media/${hash.slice(0, 20)}.avif`;
  const day = new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 18) * 86_400_000);
  return `ru/${day.toISOString().slice(0, 10).replaceAll('-', '/')}/${hash.slice(0, 8)}-anons-o-tarifah.html`;
}

function release(more: Partial<MakeReleaseOptions>) {
  const state = path.join(folder, 'state');
  const clock = '2026-11-22T11:00:00Z';
  const origin = 'https://fortochka.example/';
  return makeRelease({
    tree,
    state,
    roots: [root],
    keys,
    now: NOW,
    clock,
    origin,
    mirrors: [],
    ...more,
  });
}

async function time<Result>(work: () => Result): Promise<[Awaited<Result>, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1_000];
}

/** Files of `release/` with their sizes. */
function listRelease(): Map<string, number> {
  const at = path.join(tree, 'release');
  const entries = readdirSync(at, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, statSync(file).size]),
  );
}

const sum = (sizes: Iterable<number>): number => [...sizes].reduce((all, size) => all + size, 0);
const print = (label: string, value: string): void => {
  process.stdout.write(`${label.padEnd(58)} ${value}\n`);
};

try {
  const names = Array.from({ length: count }, (_, at) => nameFile(at));
  for (const name of names) write(name);
  for (const name of ['index.html', 'ru/index.html', 'ru/feed.xml']) write(name);
  const [, first] = await time(() => release({}));
  print(`first release of ${count} files`, `${first.toFixed(2)} s`);
  const whole = listRelease();
  print('all release metadata', `${whole.size} files, ${sum(whole.values())} bytes`);
  const signing: number[] = [];
  for (let run = 0; run < runs; run++) {
    const changed = [
      `ru/2026/11/22/novost-${run}.html`,
      'index.html',
      'ru/index.html',
      'ru/feed.xml',
      ...Array.from({ length: 16 }, (_, at) => names[(at * 6_007) % count] ?? ''),
    ];
    for (const name of changed) write(name, run + 2);
    const before = listRelease();
    const [, seconds] = await time(() => release({ changed }));
    signing.push(seconds);
    const fresh = [...listRelease()].filter(([file]) => !before.has(file));
    const tell = (part: string): string => {
      const some = fresh.filter(([file]) => file.includes(part));
      return `${some.length} files, ${sum(some.map(([, size]) => size))} bytes`;
    };
    if (run === 0) print('one article and 19 pages changed: nodes and blocks', tell('/nodes/'));
    if (run === 0) print('  bytes by hash, new and former', tell('/files/'));
  }
  print('signing after that, median', `${median(signing).toFixed(3)} s`);
  const known = { trust: startTrust(JSON.parse(new TextDecoder().decode(root)) as never) };
  const bundle = statSync(path.join(tree, 'release/bundle.json')).size;
  print('bundle', `${bundle} bytes`);
  const proofs: number[] = [];
  let requests = 0;
  for (let at = 0; at < 300; at++) {
    const name = names[(at * 7_919) % count] ?? '';
    const scope = { kind: 'page', path: name } as const;
    const source = openFolder(tree);
    delete source.hash;
    const { exit, spent } = await inspectRelease(source, { known, now: NOW, scope });
    if (exit !== 0) throw new Error(`${name} does not verify`);
    proofs.push(spent.bytes - bundle - statSync(path.join(tree, name)).size);
    requests = Math.max(requests, spent.requests - 2);
  }
  print('proof of a page after the bundle, median', `${median(proofs)} bytes`);
  print('  largest of 300', `${Math.max(...proofs)} bytes, ${requests} requests`);
  const verify = () =>
    inspectRelease(openFolder(tree), { known, now: NOW, scope: { kind: 'all' } });
  const list = path.join(folder, 'list');
  writeFileSync(list, names.map((name) => `${path.join(tree, name)}\0`).join(''));
  const hash = () => execFileSync('xargs', ['-0', '-a', list, 'sha256sum'], { stdio: 'ignore' });
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const [{ exit }, seconds] = await time(verify);
    if (exit !== 0) throw new Error('The tree does not verify');
    ours.push(seconds);
    theirs.push((await time(hash))[1]);
  }
  print('verify --all, median', `${median(ours).toFixed(2)} s`);
  print('sha256sum of the same files, median', `${median(theirs).toFixed(2)} s`);
} finally {
  rmSync(folder, { recursive: true });
}
