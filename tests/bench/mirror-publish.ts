import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadLocalRelease, openStore, type Place, publishMirror } from '@tamizdat/mirrors';
import { makeRelease } from '@tamizdat/release';
import { NOW, ONLINE_KEYS, ORIGIN, ROOT_1 } from '@tamizdat/release/testing';
import { writeMadeUpFile } from './made-up-file.ts';
import { measureRun, repository } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Measures publishing a made-up tree, and one release more, to a folder, a git branch and a bucket (s3rver) on
this machine, beside “rclone sync” of the same trees.

  node tests/bench/mirror-publish.ts [--files 10000] [--changed 40] [--folder /tmp]

The time in which Node starts is not counted for publishing, and is for rclone. Requests and bytes are what the bucket
is asked and sent.
`;

const options = readArguments(USAGE, {
  files: { type: 'string', default: '10000' },
  changed: { type: 'string', default: '40' },
  folder: { type: 'string', default: tmpdir() },
});
const count = readCount('files', options.files, USAGE);
const changed = readCount('changed', options.changed, USAGE);
const folder = mkdtempSync(path.join(options.folder, 'bench-publish-'));
const tree = path.join(folder, 'dist');
const at = (...names: string[]): string => path.join(folder, ...names);

const write = (name: string, edition?: number): void => {
  writeMadeUpFile(path.join(tree, name), `${name} ${edition ?? 1}`);
};

function release(now: number): void {
  const place = { tree, state: at('state'), roots: [ROOT_1], keys: ONLINE_KEYS, now };
  makeRelease({ ...place, clock: '2026-11-22T11:00:00Z', origin: ORIGIN, mirrors: [] });
}

const traffic = { requests: 0, bytes: 0 };

/** Starts a bucket, with something before it that counts. */
async function serveBucket(): Promise<{ address: string; close: () => void }> {
  const program = path.join(repository, 'packages/mirrors/node_modules/.bin/s3rver');
  const port = 4_568;
  const args = ['-d', at('buckets'), '-p', String(port), '-a', '127.0.0.1', '-s'];
  const bucket = spawn(program, [...args, '--configure-bucket', 'bucket'], { stdio: 'ignore' });
  const server = createServer((request, response) => {
    traffic.requests++;
    request.on('data', (part: Buffer) => (traffic.bytes += part.length));
    const { method, url, headers } = request;
    const further = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    further.on('error', () => response.destroy());
    request.pipe(further);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      bucket.kill();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function measure(label: string, work: () => Promise<unknown>): Promise<void> {
  Object.assign(traffic, { requests: 0, bytes: 0 });
  const from = performance.now();
  await work();
  const figures = [
    `${((performance.now() - from) / 1_000).toFixed(2)} s`,
    ...(label.includes('bucket') ? [`${traffic.requests} requests, ${traffic.bytes} bytes`] : []),
  ];
  process.stdout.write(`${label.padEnd(34)}${figures.join(', ')}\n`);
}

const places: Record<string, Place> = {
  folder: { kind: 'folder', folder: at('mirror') },
  git: { kind: 'git', repository: at('site.git'), branch: 'pages', squash: false },
  bucket: { kind: 'rclone', remote: 'store:bucket/published', compress: false },
};
const synced: Record<string, string> = { folder: at('synced'), bucket: 'store:bucket/synced' };

async function round(name: string): Promise<void> {
  for (const [kind, place] of Object.entries(places))
    await measure(`publish to ${kind}, ${name}`, async () => {
      const store = openStore(place, at('work', kind));
      await publishMirror(store, loadLocalRelease(tree), { base: null, now: NOW });
      await store.close();
    });
  for (const [kind, place] of Object.entries(synced))
    await measure(`rclone sync to ${kind}, ${name}`, () =>
      measureRun(['rclone', 'sync', tree, place, '--fast-list']),
    );
}

// A bundle of certificates that a machine names for S3 is not one that rclone 1.60 takes.
delete process.env['AWS_CA_BUNDLE'];
mkdirSync(at('buckets'));
const bucket = await serveBucket();
const remote = `[store]\ntype = s3\nprovider = Other\naccess_key_id = S3RVER\nsecret_access_key = S3RVER\nendpoint = ${bucket.address}\nforce_path_style = true\n`;
writeFileSync(at('rclone.conf'), remote);
process.env['RCLONE_CONFIG'] = at('rclone.conf');
try {
  execFileSync('git', ['init', '--quiet', '--bare', at('site.git')]);
  for (let number = 0; number < count; number++) write(`ru/${2010 + (number % 16)}/${number}.html`);
  release(NOW);
  await round('all');
  await round('nothing new');
  for (let number = 0; number < changed; number++)
    write(`ru/${2010 + (number % 16)}/${number}.html`, 2);
  write('ru/2026/new.html');
  release(NOW + 1_000);
  await round(`${changed + 1} files`);
} finally {
  bucket.close();
  rmSync(folder, { recursive: true });
}
