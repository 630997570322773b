import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLocalRelease } from '../publish/local-release.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { listFaults, readAsReader } from '../../testing/reading.ts';
import { serveFaulty } from '../../testing/faulty-proxy.ts';
import { openFolderStore } from './folder-store.ts';
import type { Place } from './place.ts';
import { serveStore, writeConfig } from '../../testing/sample-stores.ts';

/** Publications whose whole family of processes is killed at every point of the way; readers lose nothing by it. */

const BASE = 'https://one.example/f/';

let site: SampleSite;

beforeEach(() => {
  site = new SampleSite();
  site.release();
});

afterEach(() => {
  site.remove();
});

/** A release that adds, changes and takes down. */
function nextRelease(round: number): void {
  const gone = `ru/2026/11/${round}/page-${round}.html`;
  site.write('index.html', `front ${round}`);
  site.write(`ru/2026/11/22/new-${round}.html`, `new ${round}`);
  rmSync(join(site.tree, gone));
  site.release(NOW + round * 1_000, undefined, undefined, [gone]);
}

interface Killable {
  ended: Promise<NodeJS.Signals | number | null>;
  kill: () => void;
}

function publish(place: Place, env: NodeJS.ProcessEnv = {}): Killable {
  const script = join(import.meta.dirname, '../../testing/publish-place-child.ts');
  const args = [
    script,
    site.tree,
    JSON.stringify(place),
    join(site.folder, 'work'),
    BASE,
    `${NOW}`,
  ];
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  return {
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve(signal ?? code);
      });
    }),
    // rclone and git are in its group.
    kill: () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'),
  };
}

/** A machine without rclone passes this over; the runner of all tests says so. */
const hasRclone = spawnSync('rclone', ['version']).status === 0;

describe.skipIf(!hasRclone)('a store behind rclone', () => {
  // At every step of a publication: publish-mirror.test.ts. Here one of each sort of request, and rclone dies with it.
  const POINTS: readonly RegExp[] = [
    /^PUT .*\/release\/published\.json$/,
    /^PUT .*\/release\/pending\.json$/,
    /^MKCOL .*\/release\/nodes\/..\/$/,
    /^PUT .*\/release\/nodes\//,
    /^PUT .*\/new-1\.html$/,
    /^PUT .*\/release\/bundle\.json$/,
    /^PUT .*\/index\.html$/,
    /^DELETE .*\/page-1\.html$/,
    /^DELETE .*\/release\/pending\.json$/,
  ];

  test('at each sort of request that writes or deletes', async () => {
    for (const name of ['store', 'settings']) mkdirSync(join(site.folder, name));
    const store = await serveStore('webdav', join(site.folder, 'store'));
    const url = /^url = (.+)$/m.exec(readFileSync(store.config, 'utf8'))?.[1] ?? '';
    const mirror = join(site.folder, 'store/served/site');
    let point: RegExp | undefined;
    let isDone = false;
    let running: Killable | undefined;
    const proxy = await serveFaulty(url, (method, path) => {
      if (point?.test(`${method} ${path}`) !== true) return undefined;
      running?.kill();
      // Half of them are done all the same, and nobody is there to hear of it.
      return isDone ? undefined : 'hang';
    });
    const settings = { type: 'webdav', url: proxy.address, vendor: 'other' };
    const RCLONE_CONFIG = writeConfig(join(site.folder, 'settings'), settings);
    const place: Place = { kind: 'rclone', remote: 'store:site', compress: false };
    const run = async (at?: RegExp) => {
      point = at;
      isDone = !isDone;
      running = publish(place, { RCLONE_CONFIG });
      return running.ended;
    };
    const first = { base: BASE, now: NOW };
    await publishMirror(openFolderStore(mirror), loadLocalRelease(site.tree), first);
    nextRelease(1);
    for (const at of POINTS) {
      expect(await run(at), String(at)).toBe('SIGKILL');
      expect((await readAsReader(mirror, BASE)).lost).toEqual([]);
    }
    expect(await run()).toBe(0);
    expect(await readAsReader(mirror, BASE)).toEqual({ number: 2, lost: [] });
    expect(await listFaults(mirror, BASE)).toEqual([]);
    await proxy.close();
    await store.close();
  });
});

describe('a git branch', () => {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' });

  /** What git is called for that writes or goes out; what only reads leaves all as it is. */
  const CALLS = ['init', 'fetch', 'update-ref', 'fast-import', 'push'];

  test('before each call of git that writes or goes out, and while the host takes the push', async () => {
    const bare = join(site.folder, 'site.git');
    git('init', '--quiet', '--bare', bare);
    const place: Place = { kind: 'git', repository: bare, branch: 'pages', squash: false };
    const tools = join(site.folder, 'tools');
    mkdirSync(tools);
    const program = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    writeFileSync(
      join(tools, 'git'),
      `#!/bin/sh\ncase " $* " in *" $KILL_AT --quiet "* | *" $KILL_AT -d "*) kill -9 0 ;; esac\nexec "${program}" "$@"\n`,
    );
    chmodSync(join(tools, 'git'), 0o755);
    const run = (KILL_AT: string) =>
      publish(place, { KILL_AT, PATH: `${tools}:${process.env['PATH'] ?? ''}` }).ended;
    const checkOut = (): string => {
      const folder = join(site.folder, 'checked-out');
      rmSync(folder, { recursive: true, force: true });
      git('clone', '--quiet', '--branch=pages', bare, folder);
      return folder;
    };
    expect(await run('never')).toBe(0);
    nextRelease(1);
    const ends: unknown[] = [];
    for (const name of ['pre-receive', 'update', 'post-receive'] as const) {
      const hook = join(bare, 'hooks', name);
      writeFileSync(hook, '#!/bin/sh\nkill -9 0\n', { mode: 0o755 });
      ends.push(await run('never'));
      rmSync(hook);
      expect((await readAsReader(checkOut(), BASE)).lost).toEqual([]);
      if (name === 'post-receive') nextRelease(2);
    }
    for (const call of [...CALLS, 'never']) {
      ends.push(await run(call));
      expect((await readAsReader(checkOut(), BASE)).lost).toEqual([]);
    }
    expect(ends).toEqual([...Array.from({ length: 8 }, () => 'SIGKILL'), 0]);
    expect(await readAsReader(checkOut(), BASE)).toEqual({ number: 3, lost: [] });
    rmSync(join(checkOut(), '.git'), { recursive: true });
    expect(git('-C', bare, 'fsck', '--no-dangling').trim()).toBe('');
  });
});
