import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initKeys } from '@tamizdat/release';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OUTLET } from '../../testing/sample-outlet.ts';
import { examine, outcomeOf } from './examine.ts';
import { NoGitError } from './facts/ask-git.ts';
import { openFacts } from './facts/facts.ts';
import { findPlace } from './place.ts';
import type { Question } from './question.ts';
import { keys as keysQuestion } from './questions/keys.ts';
import { release } from './questions/release.ts';
import { timers } from './questions/timers.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const NAMES = { en: 'A', ru: 'А' };

let folder = '';
let keys = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-doctor-'));
  keys = path.join(folder, 'keys');
  mkdirSync(path.join(folder, 'home/content'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** What was found, with how the examination ends. */
async function ask(questions: readonly Question[], from = keys, remote?: string) {
  const given = {
    ...{ content: path.join(folder, 'home/content'), keys: from, remote },
    ...{ tree: path.join(folder, 'home/dist'), branch: 'site-state', proxy: undefined },
  };
  const place = findPlace({ ...given, isOffline: true }, NOW, {});
  const answers = await examine(questions, openFacts(place));
  const found = answers.flatMap(({ findings }) => findings);
  for (const { text } of found) expect(text.en + text.ru).not.toMatch(/E[A-Z]{3,}[:,]|…/);
  return {
    codes: found.flatMap(({ code, when }) => (when === undefined ? [] : [`${code} ${when}`])),
    lines: found.flatMap(({ commands }) => commands),
    text: found.map(({ text }) => text.en).join('\n'),
    outcome: outcomeOf(answers),
  };
}

test('a history that is spoiled is to be taken anew, from the branch and from a mirror of the list', async () => {
  initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
  put('home/content/outlet.yaml', OUTLET);
  put('home/outlet-state/release/state.json', '{"a":');
  put(
    'home/content/mirrors.yaml',
    'mirrors:\n  - { name: one, address: "https://one.example/", kind: copied }\n',
  );
  const { codes, lines, text, outcome } = await ask([release, timers], keys, 'https://git.example');
  expect([codes, outcome]).toEqual([['history-spoiled now'], 'now']);
  expect(text).toContain('state.json is not the state of a release');
  expect(lines.map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
    expect.stringMatching(/^mv .*outlet-state\/release /),
    'npx tamizdat state fetch --without-tree',
    "npx tamizdat state recover 'https://one.example/'",
  ]);
});

test('keys that are gone are told with the folder in which they were looked for', async () => {
  const { codes, text, outcome } = await ask([keysQuestion, release], path.join(folder, 'nowhere'));
  expect([codes, outcome]).toEqual([['keys-gone now'], 'now']);
  expect(text).toContain(path.join(folder, 'nowhere'));
  put('plain', '');
  expect((await ask([keysQuestion], path.join(folder, 'plain'))).codes).toEqual([
    'keys-failed now',
  ]);
});

test('a record of the newest release that cannot be read', async () => {
  initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
  put('keys/newest.json', '{{');
  const { codes, lines } = await ask([release]);
  expect(codes).toEqual(['record-spoiled now']);
  expect(lines[0]).toMatch(/^cp .*content\/keys\/newest\.json .*keys\/newest\.json$/);
});

test('without git it is said once, and at once', async () => {
  const look = () => Promise.reject(new NoGitError('git'));
  const asked = await ask([
    { id: 'a', name: NAMES, look },
    { id: 'b', name: NAMES, look },
  ]);
  expect([asked.codes, asked.lines]).toEqual([['no-git now'], ['git --version']]);
});

test('what the system refuses is told in words, with the file', async () => {
  const refused = Object.assign(new Error('ENOENT: no such file or directory, open'), {
    ...{ code: 'ENOENT', syscall: 'open', path: '/no/such' },
  });
  const look = () => Promise.reject(refused);
  const { codes, lines, text } = await ask([{ id: 'a', name: NAMES, look }]);
  expect([codes, lines]).toEqual([['a-failed now'], ['ls -ld /no/such']]);
  expect(text).toContain('/no/such: It is not there');
});
