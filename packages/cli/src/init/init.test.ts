import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspectContent } from '@tamizdat/archive';
import { fingerprintOf } from '@tamizdat/release';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../frame/run-here.ts';

const kit = path.join(import.meta.dirname, '../../../../content');
const PASSPHRASE = { TAMIZDAT_PASSPHRASE: 'correct horse battery staple' };
const SERBIAN = [
  ...['--name', 'Vodeni list | The Water Page', '--languages', 'sr-Latn,en'],
  ...['--description', 'Nezavisne vesti o vodi. | Independent news about water.'],
  ...['--sections', 'Vesti | News, Društvo | Society', '--zone', 'Europe/Belgrade'],
  ...['--origin', 'https://vodenilist.example'],
  ...['--fingerprint-at', 'https://mastodon.example/@vodenilist'],
];

let folder = '';
const keys = () => path.join(folder, 'keys');
const content = (...names: string[]) => path.join(folder, 'kit/content', ...names);
const init = (args: readonly string[], env: Record<string, string> = PASSPHRASE) =>
  runHere(['init', '--content', content(), '--keys', keys(), ...args], {
    cwd: folder,
    env: { TAMIZDAT_NOW: '2026-11-22T22:30:40Z', NO_COLOR: '1', ...env },
  });
const containing = (words: string) => expect.stringContaining(words) as string;
const everything = () => readdir(folder, { recursive: true });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-init-'));
  await mkdir(path.join(folder, 'kit'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function problems(): Promise<string[]> {
  const found = await inspectContent(content(), { texts: true, images: true });
  return found.problems.map(({ code, file }) => `${code} ${file}`);
}

test('by flags, in two languages: in the place of the sample, with keys, sheets and what comes next', async () => {
  await mkdir(content());
  for (const name of ['outlet.yaml', 'mirrors.yaml', 'appeals', 'mark.svg'])
    await cp(path.join(kit, name), content(name), { recursive: true });
  await mkdir(path.join(folder, 'kit/.github'));
  const before = await everything();
  const refused = await init(SERBIAN);
  expect(refused).toMatchObject({ code: 2, err: containing('--replace yes') });
  expect(await everything()).toEqual(before);

  const { code, out, err } = await init([...SERBIAN, '--replace', 'yes']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  // English words of the kit are told until they are translated; nothing else is wrong.
  expect(await problems()).toEqual(['words-untranslated content/words/sr-Latn.yaml']);
  // A forge asks in the outlet's languages: in English where its words are English yet.
  const forge = await readFile(path.join(folder, 'kit/.github/ISSUE_TEMPLATE/tip.yml'), 'utf8');
  expect(forge).toContain('name: Tip\n');
  const { outlet } = await inspectContent(content());
  const root = new Uint8Array(await readFile(content('keys/root.json')));
  expect(new Uint8Array(await readFile(path.join(keys(), 'root.json')))).toEqual(root);
  expect(outlet).toMatchObject({
    name: { 'sr-Latn': 'Vodeni list', en: 'The Water Page' },
    languages: [{ code: 'sr-Latn', dir: 'ltr' }, { code: 'en' }],
    sections: [{ id: 'vesti' }, { id: 'drustvo', name: { en: 'Society' } }],
    rootFingerprint: fingerprintOf(root),
    fingerprintAt: [{ url: 'https://mastodon.example/@vodenilist' }],
  });
  expect(await readdir(path.join(keys(), 'sheets'))).toHaveLength(4);
  expect((await readdir(content(), { recursive: true })).sort()).toEqual(
    [
      ...['keys', 'keys/root.json', 'outlet.yaml', 'words', 'words/sr-Latn.yaml', 'pages'],
      ...['en', 'sr-Latn'].flatMap((code) => [`pages/${code}`, `pages/${code}/privacy.md`]),
    ].sort(),
  );
  // What mirrors see, and a phone that is looked through: in English where the kit does not speak the language, and it says so.
  const privacy = await readFile(content('pages/sr-Latn/privacy.md'), 'utf8');
  expect(privacy).toMatch(
    /# English yet[^]*mirror sees your IP address[^]*looks through your phone/,
  );
  expect(await readFile(path.join(folder, 'kit/.cache/former-content/mark.svg'))).toEqual(
    await readFile(path.join(kit, 'mark.svg')),
  );
  const order = [
    'Print the sheets',
    'out of the repository',
    'Translate',
    'tamizdat forge',
    'Publish the fingerprint',
  ];
  const steps = [...order, 'new article', 'tamizdat build', 'mirrors.yaml', 'tamizdat ship'];
  const places = steps.map((step) => out.indexOf(step));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  // Words of its language alone, and the check has nothing to tell.
  await rm(content('words'), { recursive: true });
  expect(await problems()).toEqual(['words-missing content/outlet.yaml']);
});

test('in a language of the kit the check has nothing to tell', async () => {
  const { code } = await init([
    ...['--name', 'Окно', '--languages', 'ru', '--description', 'Новости двора.'],
    ...['--sections', 'Новости', '--zone', 'Europe/Vilnius', '--origin', 'https://okno.example/'],
    ...['--fingerprint-at', 'https://social.example/@okno'],
  ]);
  expect(code).toBe(0);
  expect(await problems()).toEqual([]);
  const privacy = await readFile(content('pages/ru/privacy.md'), 'utf8');
  expect(privacy).toMatch(/Хозяин зеркала видит ваш IP-адрес[^]*Кто просмотрит ваш телефон/);
});

test('an outlet that is there is left as it is, and so are files beside the sample', async () => {
  await mkdir(content());
  await writeFile(content('outlet.yaml'), 'name: { en: Ours }\norigin: https://ours.example\n');
  const before = await everything();
  const own = await init([...SERBIAN, '--replace', 'yes']);
  expect(own).toMatchObject({ code: 2, err: containing('holds an outlet already') });
  await cp(path.join(kit, 'outlet.yaml'), content('outlet.yaml'));
  await writeFile(content('notes.txt'), 'ours');
  const beside = await init([...SERBIAN, '--replace', 'yes']);
  expect(beside).toMatchObject({ code: 2, err: containing('notes.txt') });
  expect((await everything()).sort()).toEqual([...before, 'kit/content/notes.txt'].sort());
});

test('a run that was interrupted behind the keys is run again with them, and an earlier one made none', async () => {
  expect(await init(SERBIAN, { TAMIZDAT_PASSPHRASE: 'short' })).toMatchObject({ code: 2 });
  expect(await everything()).toEqual(['kit']);
  await mkdir(`${keys()}.part/sheets`, { recursive: true });
  await mkdir(path.join(folder, 'kit/.cache/new-content/appeals'), { recursive: true });
  expect(await init(SERBIAN)).toMatchObject({ code: 0 });
  expect(existsSync(`${keys()}.part`)).toBe(false);
  expect(existsSync(content('appeals'))).toBe(false);
  const root = await readFile(path.join(keys(), 'root.json'));
  await rm(content(), { recursive: true });
  const again = await init(SERBIAN, {});
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).not.toContain('Print the sheets');
  expect(await readFile(content('keys/root.json'))).toEqual(root);
});

test.each([
  [['--zone', 'Belgrade'], 'no time zone'],
  [['--languages', 'sr-latn'], 'no code of a language'],
  [['--name', 'A | B | C'], 'in 3 languages'],
  [['--origin', 'http://vodenilist.example'], 'https'],
  [['--fingerprint-at', 'mastodon'], 'https'],
  [['--keys', 'kit/content/keys'], 'is published'],
])('%j makes nothing, and says why', async (more, why) => {
  const { code, err } = await init([...SERBIAN, ...more]);
  expect([code === 0, err]).toEqual([false, expect.stringContaining(why)]);
  expect((await everything()).filter((name) => !name.includes('.cache'))).toEqual(['kit']);
});

test.each([
  ['--origin', 'https://fortochka.example/'],
  ['--fingerprint-at', 'https://pages.fortochka.example/@us'],
])('%s of the sample is refused at once, and nothing is made', async (option, address) => {
  const { code, err } = await init([...SERBIAN, option, address]);
  expect({ code, err }).toEqual({
    code: 2,
    err: containing(`${option}: “${address}” is the sample’s`),
  });
  expect(await everything()).toEqual(['kit']);
});
