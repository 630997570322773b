import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW, SampleSite, serveFolder } from '@tamizdat/release/testing';
import { FINGERPRINT, SampleCopy } from '../../testing/sample-pull.ts';

/** A pull that is killed leaves the former copy whole, and the next one ends what it began. */

const site = new SampleSite();
let first = '';
let copy: SampleCopy;

beforeAll(() => {
  site.release();
  first = site.copy('first');
  for (let at = 0; at < 12; at++) site.write(`ru/2026/11/22/new-${at}.html`, `new ${at}`);
  site.write('index.html', 'front 2');
  site.release();
});
afterAll(() => {
  site.remove();
});
beforeEach(async () => {
  copy = new SampleCopy();
  await copy.pull(first);
});
afterEach(() => {
  copy.remove();
});

/** Runs a pull in a process of its own and kills it when `atRequest` is asked, and so many milliseconds later. */
async function pullAndKill(atRequest: number, afterMs: number): Promise<void> {
  let asked = 0;
  const kill: { now?: () => void } = {};
  const server = await serveFolder(site.tree, () => {
    if (++asked === atRequest) setTimeout(() => kill.now?.(), afterMs);
    return false;
  });
  const script = join(import.meta.dirname, '../../testing/pull-child.ts');
  const child = spawn(process.execPath, [script, server.base, copy.folder, FINGERPRINT, `${NOW}`], {
    stdio: 'inherit',
  });
  kill.now = () => child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await server.close();
}

/** The first requests are for the bundle, the root and nodes, the last for the files that are new. */
const POINTS: [number, number][] = [
  [1, 0],
  [2, 0],
  [4, 0],
  [6, 0],
  [9, 0],
  [12, 0],
  [15, 0],
  [17, 0],
  ...[1, 4, 8, 12, 20].map((ms): [number, number] => [17, ms]),
];

test.each(POINTS)('at request %i and %i ms', async (atRequest, afterMs) => {
  await pullAndKill(atRequest, afterMs);
  expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [], outside: [] });
  expect(['front', 'front 2']).toContain(copy.read('index.html'));
  expect(await copy.pull(site.tree)).toMatchObject({ exit: 0, to: 2 });
  expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [], outside: [] });
  expect(readdirSync(join(copy.folder, 'releases'))).toHaveLength(1);
  expect(readdirSync(copy.folder).filter((name) => /^part|^next/.test(name))).toEqual([]);
  expect(existsSync(join(copy.folder, 'incoming'))).toBe(false);
});

test('what a killed run had fetched is not asked for again', async () => {
  let left = 8;
  const asked = await copy.pull(site.tree, {
    tamper: (path, response) => /new-/.test(path) && left-- <= 0 && !!response.destroy(),
  });
  expect(asked.exit).toBe(4);
  const again = await copy.pull(site.tree);
  expect(again.asked.filter((path) => /new-/.test(path)).length).toBeLessThan(8);
});

test('what was whole and not yet switched to is not asked for again', async () => {
  const other = new SampleCopy();
  await other.pull(site.tree);
  cpSync(join(other.folder, 'releases/1-signed'), join(copy.folder, 'releases/2-signed'), {
    recursive: true,
  });
  const { asked, exit } = await copy.pull(site.tree);
  expect({ exit, asked: asked.filter((path) => /new-/.test(path)) }).toEqual({
    exit: 0,
    asked: [],
  });
  expect(readdirSync(join(copy.folder, 'releases'))).toEqual(['2-signed']);
  other.remove();
});
