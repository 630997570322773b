import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NOW, ROOT_1, SampleSite } from '@tamizdat/release/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BlobReader } from './blob-reader.ts';
import { verifyKept, writeKept } from './restore-kept.ts';
import { fetchKept, keepParts, listKept, type StateBranch } from './state-branch.ts';

/** Git is started some ten times. */
const SLOW_MS = 60_000;

const site = new SampleSite();
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-hostile-branch-'));
const remote = path.join(work, 'remote.git');
const clone = path.join(work, 'clone');
const to = { state: path.join(work, 'here/release'), tree: path.join(work, 'here/dist') };
const state = path.join(site.folder, 'state');
let count = 0;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const place = (): StateBranch => ({
  ...{ remote, branch: 'site-state' },
  repository: path.join(work, `state-${String(++count)}.git`),
});

beforeAll(async () => {
  site.release();
  site.write('index.html', 'front 2');
  site.release(NOW + 60_000);
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  await keepParts(place(), {
    ...{ number: 2, clock: '2026-11-22T11:00:00Z' },
    parts: { release: state, tree: site.tree },
  });
  execFileSync('git', ['clone', '--quiet', '--branch', 'site-state', remote, clone]);
  git('branch', 'good');
}, SLOW_MS);
beforeEach(() => {
  git('checkout', '--quiet', '--force', '-B', 'site-state', 'good');
  git('clean', '--quiet', '-ffdx');
  rmSync(path.dirname(to.state), { recursive: true, force: true });
});
afterAll(() => {
  site.remove();
  rmSync(work, { recursive: true });
});

/** Pushes what was changed, as anybody may who can push there, and fetches it. */
async function fetchChanged(change: () => void, into: { tree?: string } = { tree: to.tree }) {
  change();
  git('add', '--all', '--force');
  git('commit', '--quiet', '--amend', '--allow-empty', '--no-edit');
  git('push', '--quiet', '--force', 'origin', 'site-state');
  const there = place();
  await fetchKept(there);
  const reader = new BlobReader(there.repository);
  try {
    const files = await listKept(there);
    const restored = await verifyKept(files, reader, { roots: [ROOT_1], now: NOW });
    return await writeKept(restored, files, reader, { state: to.state, tree: into.tree });
  } finally {
    reader.close();
  }
}

const at = (file: string): string => path.join(clone, file);
const write = (file: string, text: string) => () => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const node = () => {
  const folder = at('release/published/nodes');
  const [name = ''] = readdirSync(folder);
  return path.join(folder, name, readdirSync(path.join(folder, name))[0] ?? '');
};

test.each<[string, () => void, RegExp]>([
  [
    'a link to the environment among what is published',
    () => {
      symlinkSync('/proc/self/environ', at('release/published/notes.json'));
    },
    /foreign-branch[^]*120000 "release\/published\/notes\.json"/,
  ],
  [
    'a link under a name that a release has',
    () => {
      rmSync(at('tree/release/timestamp.json'));
      symlinkSync('/proc/self/environ', at('tree/release/timestamp.json'));
    },
    /foreign-branch[^]*120000/,
  ],
  [
    'a link in place of a folder',
    () => {
      rmSync(at('release/published/files'), { recursive: true });
      symlinkSync('/etc', at('release/published/files'));
    },
    /foreign-branch[^]*120000/,
  ],
  [
    'another repository',
    () => {
      git('clone', '--quiet', '--shared', '.', 'tree/other');
    },
    /foreign-branch[^]*160000 "tree\/other"/,
  ],
  ['a name that no release has', write('release/published/notes.json', '{}'), /foreign-branch/],
  ['a file beside the two parts', write('hooks/post-checkout', 'x'), /foreign-branch/],
  [
    'a list that is too long',
    write('release/published/9.targets.json', 'x'.repeat(20_000)),
    /foreign-branch/,
  ],
  ['a page that was changed', write('tree/index.html', '<p>forged'), /file-mismatch.*index\.html/],
  [
    'a page that is missing',
    () => {
      rmSync(at('tree/index.html'));
    },
    /missing.*index\.html/,
  ],
  [
    'a node that was changed',
    () => {
      writeFileSync(node(), 'x');
    },
    /mismatch/,
  ],
  [
    'held bytes that were changed',
    () => {
      const folder = at('release/published/files');
      writeFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), 'x');
    },
    /file-mismatch.*files\//,
  ],
  [
    'no state',
    () => {
      rmSync(at('release/state.json'));
    },
    /missing.*state\.json/,
  ],
  ['a state that is none', write('release/state.json', '[]'), /release-state/],
])('%s is refused, and nothing is written', async (_, change, message) => {
  await expect(fetchChanged(change)).rejects.toThrow(message);
  expect(existsSync(path.dirname(to.state)) ? readdirSync(path.dirname(to.state)) : []).toEqual([]);
});

test('what the branch says besides is not looked at: attributes, stamps, a page of somebody', async () => {
  const leftOut = await fetchChanged(() => {
    write('tree/.gitattributes', '* text eol=crlf ident\n')();
    write('tree/forged.html', '<p>forged')();
    write(
      'release/signed.json',
      '{"format":"tamizdat-signed-1","root":"","takenBack":{},"files":[]}',
    )();
  });
  expect(leftOut).toBe(2);
  expect(existsSync(path.join(to.tree, 'forged.html'))).toBe(false);
  expect(existsSync(path.join(to.state, 'signed.json'))).toBe(false);
  expect(readFileSync(path.join(to.tree, 'index.html'), 'utf8')).toBe('front 2');
});

test('the history alone has the bytes of the present pages for the next release', async () => {
  await fetchChanged(() => undefined, {});
  expect(existsSync(to.tree)).toBe(false);
  expect(readdirSync(path.dirname(to.state))).toEqual(['release']);
  const former = path.join(to.state, 'former');
  const files = readdirSync(former, { recursive: true, withFileTypes: true });
  expect(files.filter((file) => file.isFile()).length).toBeGreaterThan(90);
});

test('a link that lies in a folder here is not kept', async () => {
  const copy = path.join(work, 'linked');
  cpSync(state, copy, { recursive: true });
  symlinkSync('/proc/self/environ', path.join(copy, 'published/notes.json'));
  const parts = { release: copy, tree: site.tree };
  const kept = keepParts(place(), { number: 2, clock: '2026-11-22T11:00:00Z', parts });
  await expect(kept).rejects.toThrow(/foreign-branch/);
});
