import type * as Fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Somebody who may write to a copy that is served swaps a file of it right before it is linked into the next release. */

const { real, hook } = vi.hoisted(() => ({
  real: {} as typeof Fs,
  hook: {
    beforeLink: undefined as ((from: string) => void) | undefined,
    linkFault: undefined as Error | undefined,
  },
}));

vi.mock('node:fs', async (load) => {
  Object.assign(real, await load<typeof Fs>());
  const linkSync = (from: string, to: string): void => {
    hook.beforeLink?.(from);
    if (hook.linkFault !== undefined) throw hook.linkFault;
    real.linkSync(from, to);
  };
  return { ...real, linkSync };
});

const { NOW, ONLINE_KEYS, ROOT_1, SampleSite } = await import('@tamizdat/release/testing');
const { SampleCopy } = await import('../../testing/sample-pull.ts');

const FORGED = 'forged';
const site = new SampleSite();
const releases = [1, 2].map((number) => {
  site.write('index.html', `front ${number}`);
  if (number === 1) site.release();
  else site.release(NOW + number, ONLINE_KEYS, [ROOT_1]);
  return site.copy(String(number));
});
let copy: InstanceType<typeof SampleCopy>;

beforeEach(() => {
  copy = new SampleCopy();
});
afterEach(() => {
  hook.beforeLink = undefined;
  hook.linkFault = undefined;
  copy.remove();
});
afterAll(() => {
  site.remove();
});

/** Puts something in the place of every file of the served release that is to be linked. */
function swapAll(put: (from: string) => void): string[] {
  const served = path.join(real.realpathSync(copy.served), path.sep);
  const swapped: string[] = [];
  hook.beforeLink = (from) => {
    const itself = path.join(real.realpathSync(path.dirname(from)), path.basename(from));
    if (!itself.startsWith(served)) return;
    swapped.push(itself.slice(served.length));
    real.rmSync(from);
    put(from);
  };
  return swapped;
}

const listForged = (): string[] =>
  real
    .readdirSync(real.realpathSync(copy.served), { recursive: true, encoding: 'utf8' })
    .filter((name) => {
      const entry = real.lstatSync(path.join(copy.served, name));
      return entry.isSymbolicLink() || (entry.isFile() && copy.read(name).includes(FORGED));
    });

const putForged = (from: string): void => {
  real.writeFileSync(from, FORGED);
};
const BASE = 'https://volunteer.example/mirror/';

test.each([
  ['another file', undefined, putForged],
  [
    'a link',
    undefined,
    (from: string) => {
      real.symlinkSync('/etc/hostname', from);
    },
  ],
  ['another file, in a copy with an address of its own', BASE, putForged],
] as const)('%s in its place does not come into the next release', async (_, base, put) => {
  await copy.pull(releases[0] ?? '', { base });
  const swapped = swapAll(put);
  expect(await copy.pull(releases[1] ?? '', { base })).toMatchObject({ exit: 0, to: 2 });
  expect(swapped).toContain('ru/2026/11/1/page-1.html');
  expect(swapped).toContain('ru/feed.xml');
  expect(swapped.some((name) => name.startsWith('release/'))).toBe(true);
  expect(listForged()).toEqual([]);
  expect(await copy.inspect(base)).toMatchObject({ exit: 0, findings: [], outside: [] });
});

test('nor where the file system knows no links and it is copied', async () => {
  await copy.pull(releases[0] ?? '');
  const swapped = swapAll(putForged);
  hook.linkFault = Object.assign(new Error('no links'), { code: 'EPERM' });
  expect(await copy.pull(releases[1] ?? '')).toMatchObject({ exit: 0, to: 2 });
  expect(swapped.length).toBeGreaterThan(3);
  expect(listForged()).toEqual([]);
  expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [], outside: [] });
});

test.each([undefined, 'EPERM'])(
  'a file that is taken away before it is linked is fetched, whether links are known or not (%s)',
  async (code) => {
    await copy.pull(releases[0] ?? '');
    const taken = swapAll(() => undefined);
    if (code !== undefined) hook.linkFault = Object.assign(new Error('no links'), { code });
    expect(await copy.pull(releases[1] ?? '')).toMatchObject({ exit: 0, to: 2 });
    expect(taken.length).toBeGreaterThan(3);
    expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [], outside: [] });
  },
);
