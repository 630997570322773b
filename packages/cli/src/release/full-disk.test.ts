import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { initKeys } from '@tamizdat/release';
import { finishPage } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HereRun } from '../frame/run-here.ts';
import { makeOutlet, startTamizdat } from '../../testing/sample-outlet.ts';
import { STATE } from '../repository/folders.ts';
import { newestOf } from './explain-stopped.ts';

/** The command is started some ten times. */
const SLOW_MS = 120_000;
const PASSPHRASE = 'five random words';

let folder = '';
let fingerprint = '';
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(async () => {
  folder = await makeOutlet();
  const now = Date.parse('2026-11-22T12:00:00Z');
  fingerprint = initKeys({ folder: at('keys'), passphrase: PASSPHRASE, now }).fingerprint;
  build('One.');
  const first = await release();
  expect(first, first.err).toMatchObject({ code: 0 });
}, SLOW_MS);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function build(text: string): void {
  const head = '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>';
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>${text}</body></html>`;
  mkdirSync(at('dist/en'), { recursive: true });
  rmSync(at('dist/en/a.html'), { force: true });
  writeFileSync(at('dist/en/a.html'), finishPage(html, 'en/a.html'));
}

/** Has the system refuse to make a file, as it does on a full disk or in a folder of somebody else. */
function refusing(code: string, place: RegExp): Record<string, string> {
  const module = at('refuse.mjs');
  writeFileSync(
    module,
    `import fs from 'node:fs';
     import path from 'node:path';
     import { syncBuiltinESMExports } from 'node:module';
     const { openSync } = fs;
     // A folder that is held open has a name of its own.
     const nameOf = (file) =>
       file.startsWith('/proc/') ? path.join(fs.realpathSync(path.dirname(file)), path.basename(file)) : file;
     fs.openSync = (file, ...more) => {
       const name = nameOf(String(file));
       if (!${String(place)}.test(name) || more[0] === 'r') return openSync(file, ...more);
       throw Object.assign(new Error('${code}: open'), { code: '${code}', syscall: 'open', path: name });
     };
     syncBuiltinESMExports();`,
  );
  return { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` };
}

const run = (args: string[], env = {}): Promise<HereRun> =>
  startTamizdat(args, folder, { TAMIZDAT_PASSPHRASE: PASSPHRASE, ...env });
const release = (env = {}) =>
  run(['release', 'dist', '--keys', 'keys', '--content', 'content'], env);
const number = () => newestOf(at(STATE, 'release'));
const served = () => readFileSync(at('dist/release/bundle.json'), 'utf8');
const containing = (words: string) => expect.stringContaining(words) as string;

test.each([
  ['ENOSPC', /release\/published\/.*\.part$/, 'disk-full', 'Make room'],
  ['EACCES', /release\.lock$/, 'not-allowed', 'Give it the right'],
])(
  '%s before the release is made is told with the file and what to do, and nothing is signed',
  async (code, place, name, remedy) => {
    build(`Two, and ${code}.`);
    const before = [number(), served()];
    const { code: exit, err } = await release(refusing(code, place));
    expect([exit, err]).toEqual([1, containing(`tamizdat: ${name}: ${code}, open /`)]);
    expect(err).toContain(remedy);
    expect([number(), served()]).toEqual(before);
  },
  SLOW_MS,
);

test(
  'where the tree cannot be written any more the history knows the release, and the next one is whole',
  async () => {
    build('Three.');
    const [before, shown] = [number(), served()];
    const { code, err } = await release(refusing('EDQUOT', /dist\/release\/.*\.part$/));
    expect([code, err]).toEqual([1, containing(`Release ${before + 1} was signed`)]);
    expect(err).toContain('run “release” again');
    expect([number(), served()]).toEqual([before + 1, shown]);
    expect(await release()).toMatchObject({ code: 0, out: containing(`Release ${before + 2}`) });
    const verified = await run(['verify', 'dist', '--root', fingerprint, '--memory', at('seen')]);
    expect(verified).toMatchObject({ code: 0 });
    const left = readdirSync(folder, { recursive: true }).map(String);
    expect(left.filter((file) => file.endsWith('.part'))).toEqual([]);
  },
  SLOW_MS,
);

test(
  'keys on a disk that can only be read do not stop a release; that its record is missing is told',
  async () => {
    const before = readFileSync(at('keys/newest.json'), 'utf8');
    const last = number();
    const { code, err } = await release(refusing('EROFS', /keys\/.*\.part$/));
    expect([code, err]).toEqual([0, containing(`Warning: release ${last + 1} is whole`)]);
    expect(err).toContain('read-only-disk: EROFS');
    expect(readFileSync(at('keys/newest.json'), 'utf8')).toBe(before);
  },
  SLOW_MS,
);

test.each([
  ['ENOSPC', /archives\/.*\.part$/, 'no space left'],
  ['EACCES', /archives\/site\.car\.lock$/, 'does not let you write'],
])(
  '%s where a CAR is to be made is told, and no half of it stays',
  async (code, place, words) => {
    const args = ['publish', '--to', 'car:archives/site.car', '--tree', 'dist'];
    const { code: exit, out } = await run(args, refusing(code, place));
    expect([exit, out]).toEqual([1, containing(`archive’s folder`)]);
    expect(out).toContain(words);
    expect(out).toContain(code);
    expect(out).not.toContain('not foreseen');
    expect(existsSync(at('archives')) ? readdirSync(at('archives')) : []).toEqual([]);
  },
  SLOW_MS,
);
