import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { initKeys } from '@tamizdat/release';
import { serveFolder, type Served, type Tamper } from '@tamizdat/release/testing';
import { finishPage, withLock } from '@tamizdat/tree';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { newestOf } from '../release/explain-stopped.ts';
import { describeShipped } from './describe-shipped.ts';
import { type ShipOptions, StoppedError } from './run.ts';
import { shipOutlet } from './ship-outlet.ts';
import type { Shipped, Step } from './shipped.ts';

/** Releases, pushes and publications, on a machine that does much else. */
const SLOW_MS = 240_000;
const NOW = '2026-11-22T12:00:00Z';
const NEXT_DAY = '2026-11-23T12:00:00Z';
const PASSPHRASE = 'five random words';

let folder = '';
let remote = '';
let served: Served;
/** What becomes of the text of the page: as the content has it, and as it is built. */
let wanted = '';
let built = '';
let now = NOW;
let tamper: Tamper = () => false;
let steps: Step[] = [];
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(async () => {
  folder = await makeOutlet();
  remote = at('remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  mkdirSync(at('harbour'));
  served = await serveFolder(at('harbour'), (...asked) => tamper(...asked));
  initKeys({ folder: at('keys'), passphrase: PASSPHRASE, now: Date.parse(NOW) });
  process.env['TAMIZDAT_PASSPHRASE'] = PASSPHRASE;
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  process.env['TAMIZDAT_NOW'] = now;
  tamper = () => false;
  listMirrors(false);
});

/** The second mirror’s folder is not there yet. */
function listMirrors(withPier: boolean): void {
  const pier = `  - { name: pier, address: "http://127.0.0.1:9/", kind: folder, folder: ${at('pier/site')} }\n`;
  writeFileSync(
    at('content/mirrors.yaml'),
    `mirrors:\n  - { name: harbour, address: "${served.base}", kind: folder, folder: ${at('harbour')} }\n${withPier ? pier : ''}`,
  );
}

function build(): void {
  const head = '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>';
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>${wanted}</body></html>`;
  mkdirSync(at('dist/en'), { recursive: true });
  rmSync(at('dist/en/a.html'), { force: true });
  writeFileSync(at('dist/en/a.html'), finishPage(html, 'en/a.html'));
  built = wanted;
}

const options = (more: Partial<ShipOptions> = {}): ShipOptions => ({
  ...{ content: at('content'), tree: at('dist'), keys: at('keys'), remote, branch: 'site-state' },
  ...{
    first: false,
    create: false,
    proxy: undefined,
    now: Date.parse(now),
    dryRun: false,
    all: true,
  },
  check: () => Promise.resolve(true),
  isBuilt: () => Promise.resolve(built === wanted),
  build: () => {
    build();
    return Promise.resolve(true);
  },
  tell: (step) => steps.push(step),
  pause: () => Promise.resolve(),
  ...more,
});

async function ship(more: Partial<ShipOptions> = {}): Promise<Shipped> {
  steps = [];
  return shipOutlet(options(more));
}

const ALL: Step[] = ['build', 'release', 'keep', 'publish', 'verify'];
const shown = () => readFileSync(at('harbour/en/a.html'), 'utf8');
const kept = () =>
  execFileSync('git', [`--git-dir=${remote}`, 'log', '--format=%s', 'site-state'], {
    encoding: 'utf8',
  }).trim();
const number = () => newestOf(at('outlet-state/release'));
/** What a killed run leaves: nothing of it goes on once a step begins. */
const killAt = (step: Step) => ({
  tell: (begun: Step) => {
    if (begun === step) throw new Error(`killed at ${step}`);
    steps.push(begun);
  },
});

test(
  'brings what is new to the mirror in order, and does nothing where nothing is',
  { timeout: SLOW_MS },
  async () => {
    wanted = 'One.';
    const plan = await ship({ dryRun: true });
    expect(plan).toMatchObject({ outcome: 'planned', steps: ALL });
    expect(describeShipped(plan)).toMatch(/harbour +folder +to be sent\n/);
    expect([existsSync(at('dist')), existsSync(at('outlet-state'))]).toEqual([false, false]);
    const first = await ship();
    expect(first).toMatchObject({
      outcome: 'shipped',
      steps: ALL,
      release: { number: 1 },
      kept: { branch: 'site-state' },
      mirrors: [{ name: 'harbour', seen: { verdict: 'verified' } }],
    });
    expect([steps, kept(), shown()]).toEqual([ALL, 'Release 1', expect.stringContaining('One.')]);
    expect(describeShipped(first)).toMatch(
      /harbour +folder +\d+ +verified\n[^]*Release 1 is on all mirrors: 1\.\n$/,
    );
    expect(describeShipped(first, 'tar …')).toMatch(/verified\n\ntar …\n\nRelease 1 is on all/);
    expect(describeShipped(plan, 'tar …')).not.toContain('tar …');
    const head = readFileSync(at('dist/release/bundle.json'), 'utf8');
    const again = await ship();
    expect(again).toMatchObject({ outcome: 'nothing', steps: [], release: { number: 1 } });
    expect(describeShipped(again, 'tar …')).not.toContain('tar …');
    expect(await ship({ dryRun: true })).toMatchObject({ outcome: 'nothing', steps: [] });
    // As after a build that wrote the same bytes once more.
    build();
    expect(await ship()).toMatchObject({ outcome: 'nothing', steps: [] });
    expect([steps, number(), readFileSync(at('dist/release/bundle.json'), 'utf8')]).toEqual([
      [],
      1,
      head,
    ]);
  },
);

test(
  'a timestamp that was signed again goes to the mirrors without a new number',
  { timeout: SLOW_MS },
  async () => {
    const args = ['refresh', 'dist', '--keys', 'keys', '--content', 'content', '--memory', 'seen'];
    const env = { TAMIZDAT_NOW: NEXT_DAY, TAMIZDAT_PASSPHRASE: PASSPHRASE };
    expect(await tamizdat(args, folder, env)).toMatchObject({ code: 0 });
    now = NEXT_DAY;
    expect(await ship()).toMatchObject({
      outcome: 'shipped',
      steps: ['keep', 'publish', 'verify'],
      release: { number: 1 },
    });
    expect(readFileSync(at('harbour/release/timestamp.json'))).toEqual(
      readFileSync(at('dist/release/timestamp.json')),
    );
  },
);

test(
  'a mirror that fails does not stop the other, and is gone on with alone',
  { timeout: SLOW_MS },
  async () => {
    wanted = 'Two.';
    listMirrors(true);
    const failed = await ship();
    expect(failed).toMatchObject({
      outcome: 'incomplete',
      release: { number: 2 },
      mirrors: [{ seen: { verdict: 'verified' } }, { name: 'pier', report: { failure: {} } }],
    });
    expect(shown()).toContain('Two.');
    expect(describeShipped(failed)).toMatch(/pier +folder +failed: [^]*Run it again/);
    expect(existsSync(at('pier'))).toBe(false);
    const again = await ship({ create: true });
    // Nobody serves it at its address: it was sent, and readers would not find it.
    expect(again).toMatchObject({
      outcome: 'incomplete',
      steps: ['publish', 'verify'],
      release: { number: 2 },
      mirrors: [{ name: 'harbour' }, { name: 'pier', seen: { verdict: 'unreachable' } }],
    });
    expect(again.mirrors[0]).not.toHaveProperty('report');
    expect(existsSync(at('pier/site/en/a.html'))).toBe(true);
  },
);

test.each(['release', 'keep', 'publish', 'verify'] as const)(
  'a run that is killed at “%s” is gone on with there',
  { timeout: SLOW_MS },
  async (step) => {
    wanted = `Killed at ${step}.`;
    const before = number();
    await expect(ship(killAt(step))).rejects.toThrow(`killed at ${step}`);
    const isKept = step === 'publish' || step === 'verify';
    expect([kept() === `Release ${before + 1}`, shown().includes(wanted)]).toEqual([
      isKept,
      step === 'verify',
    ]);
    const done = await ship();
    expect(done).toMatchObject({ outcome: 'shipped', release: { number: before + 1 } });
    const again = step === 'verify' ? 'publish' : step;
    expect(done.steps).toEqual(ALL.slice(ALL.indexOf(again)));
    expect([kept(), shown().includes(wanted)]).toEqual([`Release ${before + 1}`, true]);
  },
);

test(
  'publishes nothing that was not kept, nor where the tree cannot be built',
  { timeout: SLOW_MS },
  async () => {
    wanted = 'Not kept.';
    const stopped = await ship({ remote: at('nowhere.git') }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(StoppedError);
    expect(stopped).toMatchObject({ shipped: { outcome: 'stopped', step: 'keep' } });
    expect(shown()).not.toContain('Not kept.');
    wanted = 'Not built.';
    const before = number();
    const broken = await ship({ build: () => Promise.resolve(false) });
    expect(broken).toMatchObject({ outcome: 'stopped', step: 'build', steps: ['build'] });
    expect(await ship({ dryRun: true, check: () => Promise.resolve(false) })).toMatchObject({
      outcome: 'stopped',
      step: 'check',
    });
    expect(number()).toBe(before);
    wanted = 'Not kept.';
  },
);

test(
  'says of a mirror what readers get there, and looks again at one that is behind',
  { timeout: SLOW_MS },
  async () => {
    const old = readFileSync(at('harbour/release/bundle.json'));
    let looks = 0;
    // A cache shows the bundle of before for two looks, after it was published to.
    tamper = (name, response) => {
      if (!steps.includes('verify') || name !== 'release/bundle.json' || looks++ > 2) return false;
      response.end(old);
      return true;
    };
    expect(await ship()).toMatchObject({
      outcome: 'shipped',
      mirrors: [{ seen: { verdict: 'verified' } }],
    });
    expect(looks).toBeGreaterThan(2);
    wanted = 'Altered by the host.';
    tamper = (name, response) => {
      if (!steps.includes('verify') || name !== 'en/a.html') return false;
      response.end('<p>Buy!');
      return true;
    };
    const altered = await ship();
    expect(altered).toMatchObject({
      outcome: 'incomplete',
      mirrors: [{ seen: { verdict: 'not-genuine' } }],
    });
    expect(describeShipped(altered)).toContain('serves something that you did not sign');
    tamper = () => false;
    expect(await ship()).toMatchObject({ outcome: 'shipped', steps: ['publish', 'verify'] });
  },
);

test('two at once are refused, and nothing is typed twice', { timeout: SLOW_MS }, async () => {
  wanted = 'At once.';
  await withLock(at('outlet-state/ship.json.lock'), async () => {
    expect(await ship()).toMatchObject({ outcome: 'busy', steps: [] });
  });
  expect(shown()).not.toContain('At once.');
  const args = ['ship', '--content', 'content', '--tree', 'dist', '--keys', 'keys', '--dry-run'];
  const dry = await tamizdat([...args, '--json'], folder, { TAMIZDAT_NOW: now });
  expect([dry.code, dry.err]).toEqual([0, '']);
  expect(JSON.parse(dry.out)).toMatchObject({ outcome: 'planned', exit: 0 });
  mkdirSync(at('content/authors'));
  writeFileSync(at('content/authors/anna.yaml'), 'nmae: Anna\n');
  const faulty = await tamizdat(args, folder, { TAMIZDAT_NOW: now });
  expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining('Stopped at “Check”')]);
  expect((await tamizdat([...args, '--remote', ''], folder)).code).toBe(2);
});
