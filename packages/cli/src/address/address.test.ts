import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LABEL_KINDS, makeLabel } from '@tamizdat/mirrors/addresses';
import { withLock } from '@tamizdat/tree';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { isTelling, tellingWords } from './telling-words.ts';

const MIRRORS = `mirrors:
  - { name: harbour, address: https://www.harbour.example/site/, kind: copied }
`;
const NOW = '2026-11-22T12:00:00Z';
const LATER = '2026-11-22T15:00:00Z';
const WILD = 'https://*.velvetzorq.example/';

let folder = '';
let secret = '';
beforeEach(async () => {
  folder = await makeOutlet({ 'mirrors.yaml': MIRRORS });
  secret = await mkdtemp(path.join(tmpdir(), 'tamizdat-book-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(secret, { recursive: true, force: true });
});

const file = (): string => path.join(secret, 'addresses.json');
const address = (args: readonly string[], env: Record<string, string> = {}) =>
  tamizdat(['address', ...args, '--content', 'content'], folder, {
    TAMIZDAT_NOW: NOW,
    TAMIZDAT_ADDRESSES: file(),
    ...env,
  });

async function make(...args: string[]): Promise<string[]> {
  const { code, out, err } = await address(['new', '--under', WILD, ...args, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { names } = JSON.parse(out) as { names: { base: string }[] };
  return names.map(({ base }) => base);
}

test.each([
  'https://*.pages.dev/',
  'https://*.co.uk/',
  'https://*.*.net/',
  'https://vet.*.example.net/',
  'https://*.window.example/',
])('no names are made under %s', async (under) => {
  const { code, err } = await address(['new', '--under', under]);
  expect(code).toBe(2);
  expect(err).toMatch(/no names|No names|whose they are/);
  expect(existsSync(file())).toBe(false);
});

test('names are made, taken, burned and told of, each once', async () => {
  const made = await make('--count', '4', '--channel', 'letter');
  expect(new Set(made).size).toBe(4);
  for (const base of made) expect(base).toMatch(/^https:\/\/[a-z-]{10,63}\.velvetzorq\.example\/$/);
  const taken = await address(['take', '--channel', 'letter', '--count', '3']);
  expect(taken.out.trim().split('\n')).toEqual(made.slice(0, 3));
  expect((await address(['take', '--channel', 'letter'])).out.trim()).toBe(made[2]);
  for (const base of made.slice(0, 3)) {
    const burned = await address(['burn', new URL(base).hostname], { TAMIZDAT_NOW: LATER });
    expect(burned.out).toContain('Noted as burned.');
  }
  const { code, out } = await address(['list']);
  expect(code).toBe(0);
  expect(out).toContain('letter: 0 out, 1 ready, 3 burned');
  expect(out).toContain(`${made[0]}  2026-11-22 15:00  after 3.0 h  by-hand`);
  expect(out).toContain('Half of them were gone after 3.0 h.');
  expect(out).toContain('this channel is read by those who block');
  expect(out).not.toContain(made[3]);
  expect((await address(['list', '--json'])).out).not.toContain(made[3]);
  expect((await address(['list', '--ready'])).out).toContain(made[3]);
});

test('cards take addresses of a channel, the same until one burns, and none of another channel', async () => {
  const print = 'b0c450574c391ddd5559eb05c24816ea284812e3fea7fa88cb6c723ba0df8f8e';
  const outlet = path.join(folder, 'content/outlet.yaml');
  await writeFile(outlet, `${await readFile(outlet, 'utf8')}rootFingerprint: ${print}\n`);
  const made = await make('--count', '4', '--channel', 'card');
  const other = await make('--channel', 'letter');
  const card = (...args: string[]) =>
    tamizdat(['mirror', 'card', '--language', 'en', ...args, '--content', 'content'], folder, {
      ...{ TAMIZDAT_NOW: NOW, TAMIZDAT_ADDRESSES: file() },
    });
  const shown = async () => {
    const text = (await card('--channel', 'card')).out.replaceAll('<wbr>', '');
    return [...made, ...other].map((base) => text.includes(new URL(base).hostname));
  };
  expect(await shown()).toEqual([true, true, true, false, false]);
  expect(await shown()).toEqual([true, true, true, false, false]);
  await address(['burn', made[0] ?? '']);
  expect(await shown()).toEqual([false, true, true, true, false]);
  expect(await card('--channel', 'card', 'harbour')).toMatchObject({ code: 2 });
  expect(await card('--channel', 'none')).toMatchObject({ code: 1, out: '' });
});

test('a mirror without a wildcard gets lines for its DNS', async () => {
  const { code, out } = await address(['new', '--under', 'harbour', '--domain', 'harbour.example']);
  expect(code).toBe(0);
  const [, label = ''] = /^https:\/\/([a-z-]+)\.harbour\.example\/site\/$/m.exec(out) ?? [];
  expect(out).toContain(`\n${label}.harbour.example. CNAME www.harbour.example.\n`);
});

test('names are made under the mirrors with a wildcard in turn, where none is named', async () => {
  const wild = ['one', 'two'].map(
    (name) =>
      `  - { name: ${name}, address: 'https://*.${name}.example/', names: [a], kind: copied }\n`,
  );
  await writeFile(path.join(folder, 'content/mirrors.yaml'), `mirrors:\n${wild.join('')}`);
  const { out } = await address(['new', '--count', '4', '--json']);
  const { names } = JSON.parse(out) as { names: { base: string }[] };
  const domains = names.map(({ base }) => new URL(base).hostname.split('.')[1]);
  expect(domains).toEqual(['one', 'two', 'one', 'two']);
});

test('the book stands beside the reserve list where no other file is named', async () => {
  const reserve = path.join(secret, 'reserve.yaml');
  await writeFile(reserve, 'mirrors: []\n');
  const named = { TAMIZDAT_ADDRESSES: '', TAMIZDAT_RESERVE: reserve };
  expect((await address(['new', '--under', WILD], named)).code).toBe(0);
  expect(existsSync(file())).toBe(true);
});

const own = (name: Record<string, string>, domain = 'wavenews.example') =>
  tellingWords({
    name,
    origin: `https://www.${domain}/`,
    tagAuthority: { domain, date: '2026-01-01' },
  });

test('no name says whose it is', () => {
  const words = own({ ru: 'Новая Волна', en: 'The Wave' });
  expect(words).toEqual(['novaya', 'volna', 'the', 'wave', 'www', 'wavenews', 'nv', 'tw']);
  for (const telling of ['tri-vol-na-ke', 'novajaki', 'trivawe', 'nvarote', 'ketrinv', 'mi-the'])
    expect([telling, isTelling(telling, words)]).toEqual([telling, true]);
  for (const silent of ['trikevo', 'kenvaro', 'novolka'])
    expect([silent, isTelling(silent, words)]).toEqual([silent, false]);
});

test('nor does one say a short name, in whatever Latin letters', () => {
  const words = own({ ru: 'ТВ2 и ОВД', en: 'X' }, 'x2.example');
  expect(words).toEqual(['tv', 'ovd', 'www', 'tio']);
  expect(['tvarino', 'laditv', 'kovdina', 'ovdra'].map((one) => isTelling(one, words))).toEqual(
    Array(4).fill(true),
  );
  expect(isTelling('mitvorane', words)).toBe(false);
  expect(isTelling('hodorko', own({ ru: 'Ходор' }))).toBe(true);
});

test.each(LABEL_KINDS)('an outlet that is called by common words has %s names enough', (kind) => {
  const words = own({ ru: 'Мир и то, что есть', en: 'In a no te re la to ra se ni' });
  const made = Array.from({ length: 1_000 }, () => makeLabel(kind, () => false));
  // Some 200 of them: chance is far from twice as many.
  expect(made.filter((label) => isTelling(label, words)).length).toBeLessThan(400);
});

test('who takes an address that lies under no mirror of the outlet is warned, and does not read it there', async () => {
  const [made = ''] = await make('--channel', 'letter');
  const foreign = await address(['take', '--channel', 'letter']);
  expect([foreign.code, foreign.out]).toEqual([0, `${made}\n`]);
  expect(foreign.err).toMatch(/^Warning: 1 of these .*somebody altered the book/);
  expect(foreign.err).not.toContain('velvetzorq');
  const own = `  - { name: wide, address: '${WILD}', names: [vetla], kind: copied }\n`;
  await writeFile(path.join(folder, 'content/mirrors.yaml'), MIRRORS + own);
  expect(await address(['take', '--channel', 'letter'])).toMatchObject({
    ...{ code: 0, out: `${made}\n`, err: '' },
  });
});

test('where the book cannot be used nothing is changed and no name is told', async () => {
  const [first = ''] = await make('--count', '2', '--channel', 'letter');
  const text = await readFile(file(), 'utf8');
  const attempts: [string, Record<string, string>, number, string][] = [
    [text.slice(0, -9), {}, 1, 'book-damaged'],
    [text.replace(/"outlet": "./, '"outlet": "x'), {}, 1, 'book-foreign'],
    [text, { TAMIZDAT_NOW: '2025-11-22T12:00:00Z' }, 1, 'book-clock'],
    [
      text,
      { TAMIZDAT_ADDRESSES: path.join(folder, 'content/addresses.json') },
      2,
      'contributors read',
    ],
    [text, { TAMIZDAT_ADDRESSES: '', TAMIZDAT_RESERVE: '' }, 2, 'Set TAMIZDAT_ADDRESSES'],
  ];
  for (const [damaged, env, code, said] of attempts) {
    await writeFile(file(), damaged);
    for (const command of [
      ['take', '--channel', 'letter'],
      ['new', '--under', WILD],
      ['burn', first],
    ]) {
      const ran = await address(command, env);
      expect(ran).toMatchObject({ code, out: '' });
      expect(ran.err).toContain(said);
      expect(ran.err).not.toContain('velvetzorq');
    }
    expect(await readFile(file(), 'utf8')).toBe(damaged);
  }
});

test.each([
  [['take', '--channel', 'card'], 1, 'pool-empty'],
  [['burn', 'velvetzorq'], 2, 'name-unknown'],
  [['new'], 2, 'Under which mirror'],
  [['new', '--under', 'harbor'], 2, 'Did you mean “harbour”?'],
  [['new', '--under', 'harbour'], 2, 'no-names-under'],
  [['new', '--under', 'harbour', '--domain', 'other.example'], 2, 'no-names-under'],
  [['new', '--under', WILD, '--count', '0'], 2, '--count'],
  [['new', '--under', WILD, '--made', 'emoji'], 2, '--made'],
  [['new', '--under', WILD, '--channel', '../x'], 2, '--channel'],
])('%j is told', async (args, code, said) => {
  const ran = await address(args);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(said);
  expect(ran.err).not.toContain('velvetzorq');
  expect(existsSync(file())).toBe(false);
});

test('a book that another command works with is left alone, in each language', async () => {
  await withLock(`${file()}.lock`, async () => {
    const take = ['take', '--channel', 'card'];
    const [en, ru] = [await address(take), await address([...take, '--language', 'ru'])];
    expect(en).toMatchObject({ code: 1, out: '' });
    expect(en.err).toContain('publish-locked: Another command is at work with the book of names');
    expect(ru).toMatchObject({ code: 1, out: '' });
    expect(ru.err).toContain('publish-locked: С книгой имён уже работает другая команда');
  });
});

test('says it in Russian', async () => {
  const { err } = await address(['take', '--channel', 'card', '--language', 'ru']);
  expect(err).toContain('В канале «card» не осталось готовых имён');
});
