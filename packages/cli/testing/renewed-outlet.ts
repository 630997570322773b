import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeBook, type GivenName, loadBook } from '@tamizdat/mirrors/addresses';
import type { Blindness, PastCheck, State } from '@tamizdat/mirrors/watch';
import { loadState, makeRelease, signAgain, writeSeed } from '@tamizdat/release';
import { MIRRORS, NOW, ONLINE_KEYS, ORIGIN, ROOT_1, sampleKey } from '@tamizdat/release/testing';
import { parseMirrors } from '@tamizdat/verify';
import { afterEach, beforeEach, vi } from 'vitest';
import { renewNames } from '../src/watch/renew.ts';
import { makeOutlet } from './sample-outlet.ts';

/** A list of mirrors that is kept by itself: a real outlet, release, book and keys, without the one for targets. */

const OUTLET = createHash('sha256').update('tag:window.example,2026-01-01').digest('hex');
export const DAY = 86_400_000;
export const MINUTE = 60_000;
export const WILD = 'velvetzorq.example';

/** A name of the book; out since a moment, if it is. */
export const name = (label: string, out?: number, channel = 'list'): GivenName => ({
  label,
  base: baseOf(label),
  channel,
  made: NOW - 9 * DAY,
  ...(out === undefined ? {} : { out }),
});
export const baseOf = (label: string): string => `https://${label}.${WILD}/`;

/** Two of the list that are out, and two that are ready. */
export const NAMES = [
  name('alpha', NOW - 5 * DAY),
  name('bravo', NOW - 5 * DAY),
  name('delta'),
  name('echo'),
];
export const RULES = 'renewal: { alive: 2, looks: 3, minutes: 30, daily: 2 }';

let folder = '';
let secret = '';
export let place: { content: string; tree: string; keys: string; book: string; state: string };

/** Makes such an outlet before each test of a file. */
export function useRenewedOutlet(): void {
  beforeEach(make);
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    rmSync(secret, { recursive: true });
  });
}

async function make(): Promise<void> {
  folder = await makeOutlet();
  secret = mkdtempSync(path.join(tmpdir(), 'tamizdat-book-'));
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  place = {
    content: at('content'),
    tree: at('dist'),
    keys: at('keys'),
    book: path.join(secret, 'addresses.json'),
    state: at('outlet-state/release'),
  };
  for (const each of [place.tree, place.keys]) mkdirSync(each);
  writeFileSync(path.join(place.tree, 'index.html'), 'front');
  writeFileSync(path.join(place.keys, 'root.json'), ROOT_1);
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  const release = { roots: [ROOT_1], keys, now: NOW, clock: '2026-11-22T11:00:00Z' };
  makeRelease({ ...place, ...release, origin: ORIGIN, mirrors: MIRRORS });
  signAgain(place, { what: 'delegation', keys }, NOW);
  for (const role of ['addresses', 'snapshot', 'timestamp']) {
    const seed = createHash('sha256').update(`Fortochka, ${role}`).digest();
    vi.stubEnv(`TAMIZDAT_KEY_${role.toUpperCase()}`, writeSeed(seed));
  }
  vi.stubEnv('TAMIZDAT_ADDRESSES', place.book);
  vi.stubEnv('TAMIZDAT_NOW', new Date(NOW).toISOString());
  writeBook(NAMES);
  writeList();
}

export const writeBook = (names: GivenName[]): void => {
  writeFileSync(place.book, encodeBook({ outlet: OUTLET, names }));
};
/** @param kind How the mirror is published to, with its settings. */
export function writeList(rules = RULES, kind = 'kind: copied', more = ''): void {
  const mirror = `# Ours.\n  - name: harbour\n    address: https://*.${WILD}/\n    names: [alpha, bravo] # of the list\n    ${kind}\n`;
  writeFileSync(path.join(place.content, 'mirrors.yaml'), `mirrors:\n${mirror}${more}${rules}\n`);
}
export const listText = (): string =>
  readFileSync(path.join(place.content, 'mirrors.yaml'), 'utf8');
export const book = () => loadBook(place.book, OUTLET).names;
export const signed = (): string[] =>
  parseMirrors(loadState(place.state)?.head.mirrors ?? new Uint8Array()).mirrors.map(
    ({ base }) => base,
  );

const looks = (state: State): PastCheck[] =>
  [40, 20, 0].map((minutes) => ({ at: NOW - minutes * MINUTE, state }));

/** Renews after looks that all found the same. @param states By what the watch calls a name; all others are good. */
export const renew = (
  states: Record<string, State>,
  {
    dryRun = false,
    opensHere = undefined as boolean | undefined,
    now = NOW,
    blind = undefined as Blindness | undefined,
    blindAt = [] as number[],
    past = undefined as PastCheck[] | undefined,
  } = {},
) =>
  renewNames({
    ...{
      tree: place.tree,
      keys: place.keys,
      content: place.content,
      proxy: undefined,
      now,
      dryRun,
      blind,
    },
    history: {
      list: (watched) => past ?? looks(states[watched] ?? 'good'),
      listBlind: () => blindAt,
      listHere: () =>
        new Map(opensHere === undefined ? [] : looks('good').map(({ at }) => [at, opensHere])),
    },
  });
