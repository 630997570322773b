import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseMirrors } from '@tamizdat/verify';
import { MIRRORS, NOW, ONLINE_KEYS } from '../../testing/sample-outlet.ts';
import { SampleSite } from '../../testing/sample-site.ts';
import { ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { openFolder } from '../inspect/folder-source.ts';
import { inspectRelease } from '../inspect/inspect-release.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import { loadState, publishedFolder } from './release-state.ts';
import { signAgain } from './sign-again.ts';

/** A list that is signed anew while the machine is stopped: the history is the former one or the new one, whole. */

const site = new SampleSite();
let whole: Awaited<ReturnType<typeof stopAfter>>;
beforeAll(async () => {
  site.release();
  whole = await stopAfter(0);
});
afterAll(() => {
  site.remove();
});

/** @returns the place that a run left, and what it did with files. */
async function stopAfter(renames: number) {
  const at = (name: string): string => join(site.folder, `${name}-${renames}`);
  const place = { state: at('state'), tree: site.copy(`tree-${renames}`) };
  cpSync(join(site.folder, 'state'), place.state, { recursive: true });
  const script = join(import.meta.dirname, '../../testing/stopped-sign-again.ts');
  const args = [script, place.state, place.tree, String(renames), at('log')];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const signal = await new Promise((resolve) =>
    child.once('exit', (_, by) => {
      resolve(by);
    }),
  );
  return { place, signal, log: readFileSync(at('log'), 'utf8').trim().split('\n') };
}

const STATE = /\/state-\d+\/state\.json$/;

test('whatever it is stopped at, the history names nothing that is not there', async () => {
  const { place, log } = whole;
  const placed = log.filter((line) => line.startsWith('placed '));
  const turn = placed.findIndex((line) => STATE.test(line)) + 1;
  expect(turn).toBeGreaterThan(4);
  expect(parseMirrors(loadState(place.state)?.head.mirrors ?? new Uint8Array()).number).toBe(2);

  // Before anything, in the middle, right before and after the state, and in the tree.
  const stops = [1, 3, turn - 1, turn, turn + 2];
  const stopped = await Promise.all(stops.map(stopAfter));
  for (const [at, { place: left, signal }] of stopped.entries()) {
    expect(signal).toBe('SIGKILL');
    const head = loadState(left.state)?.head;
    if (head === undefined) throw new Error('no state');
    const isNew = (stops[at] ?? 0) >= turn;
    expect(parseMirrors(head.mirrors).mirrors).toEqual(isNew ? [] : MIRRORS);
    for (const [name, bytes] of listHeadFiles(head))
      if (name !== 'timestamp.json')
        expect(new Uint8Array(readFileSync(join(publishedFolder(left.state), name)))).toEqual(
          bytes,
        );
    signAgain(left, { what: 'mirrors', mirrors: [], keys: ONLINE_KEYS }, NOW + 1_000);
    const { exit } = await inspectRelease(openFolder(left.tree), {
      known: { fingerprint: fingerprintOf(ROOT_1) },
      ...{ now: NOW + 1_000, scope: { kind: 'all' } as const, strict: true },
    });
    expect([stops[at], exit]).toEqual([stops[at], 0]);
  }
});

test('and a disk has it in that order: each file before its name, and all of them before the state', () => {
  const { log } = whole;
  const turn = log.findIndex((line) => STATE.test(line));
  const published = log.filter(
    (line) => line.includes('/published/') && line.startsWith('placed '),
  );
  expect(published.length).toBeGreaterThan(3);
  for (const line of [...published, log[turn] ?? '']) {
    const [, part = '', file = ''] = line.split(' ');
    const at = log.indexOf(line);
    const synced = log.findIndex((one) => one.startsWith('synced ') && one.endsWith(part));
    expect([file, synced !== -1 && synced < at]).toEqual([file, true]);
    expect([file, log.indexOf(`synced ${join(file, '..')}`, at) > at]).toEqual([file, true]);
    if (line !== log[turn])
      expect(log.indexOf(`synced ${join(file, '..')}`, at)).toBeLessThan(turn);
  }
});
