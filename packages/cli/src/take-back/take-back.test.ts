import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeOutlet, OUTLET, tamizdat } from '../../testing/sample-outlet.ts';

const RU = 'articles/ru/2026/11/20-parom/index.md';
const EN = 'articles/en/2026/11/21-ferry/index.md';
const RUSSIAN = `---
# Kept as it is
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
"translationKey": "ferry"   # of both
lang:   ru   # the folder's
formerAddresses: [ru/2026/11/19/perevoz]
kind: news
title: 'Паром снова ходит через реку'
section: politics
publishedAt: 2026-11-20T09:30:00+02:00   # morning
status: ready # since then
---

Текст.
`;
const ENGLISH = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0W
translationKey: ferry
lang: en
kind: news
title: The ferry is back
section: politics
updatedAt: "2026-11-21T11:30:00+02:00"
editorsNote: |- # the first
  Figures were revised.

  Twice.
editorsNoteAt: 2026-11-21T11:00:00+02:00
publishedAt: 2026-11-21T09:30:00+02:00
status: 'ready'
---

Text.
`.replaceAll('\n', '\r\n');
const BOTH = { [RU]: RUSSIAN, [EN]: ENGLISH };
const NOTES = [
  '--note',
  'ru=Источник отказался от слов.',
  '--note',
  'en=The source: took it back.',
];

let folder = '';
const read = (name: string) => readFile(path.join(folder, 'content', name), 'utf8');
const run = (command: string, article: string, ...more: string[]) =>
  tamizdat([command, article, '--content', 'content', ...more], folder);
const addTo = (name: string, text: string) =>
  writeFile(path.join(folder, 'content', name), text, 'utf8');
afterEach(() => rm(folder, { recursive: true, force: true }));

const WITHDRAWN = {
  [RU]: RUSSIAN.replace('status: ready', 'status: withdrawn')
    .replace('# morning\n', '# morning\nupdatedAt: 2026-11-23T00:30:00+02:00\n')
    .replace('\n---\n\n', '\neditorsNote: Источник отказался от слов.\n---\n\n'),
  [EN]: ENGLISH.replace("'ready'", 'withdrawn')
    .replace('"2026-11-21T11:30:00+02:00"', '2026-11-23T00:30:00+02:00')
    .replace(/\|-[^]*Twice\./, '"The source: took it back."')
    .replace('2026-11-21T11:00:00+02:00', '2026-11-23T00:30:00+02:00'),
};

test.each([
  ['folder', `content/${path.dirname(RU)}`],
  ['index.md', `content/${EN}`],
  ['id', '01jd8z0q5x4k2m7n9p3r6s8t0w'],
  ['address', 'ru/2026/11/20/parom.html'],
  ['address of a mirror', 'https://mirror.example/site/en/2026/11/21/ferry.html?from=feed#top'],
  ['former address', 'https://window.example/ru/2026/11/19/perevoz.html'],
])('withdraws both languages by a %s, and no other byte changes', async (_, article) => {
  folder = await makeOutlet(BOTH);
  const { code, out, err } = await run('withdraw', article, ...NOTES);
  expect([code, err]).toEqual([0, '']);
  expect([await read(RU), await read(EN)]).toEqual([WITHDRAWN[RU], WITHDRAWN[EN]]);
  expect(out).toContain(`content/${RU}: status: withdrawn\n`);
  expect(out).toContain('“tamizdat ship”');
  const checked = await tamizdat(['check', '--content', 'content'], folder);
  expect([checked.code, checked.out]).toEqual([0, 'No problems. 3 files looked at.\n']);
});

test('removes both languages, withdrawn ones too', async () => {
  folder = await makeOutlet({ ...BOTH, [EN]: WITHDRAWN[EN] });
  const refused = await run('remove', `content/${RU}`);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('Missing: --yes');
  const { code, err } = await run('remove', `content/${RU}`, '--yes');
  expect([code, err]).toEqual([0, '']);
  expect(await read(RU)).toBe(RUSSIAN.replace('status: ready', 'status: removed'));
  expect(await read(EN)).toBe(WITHDRAWN[EN].replace('status: withdrawn', 'status: removed'));
  expect((await tamizdat(['check', '--content', 'content'], folder)).code).toBe(0);
});

describe('changes nothing', () => {
  test.each([
    ['withdraw', 'withdrawn', [...NOTES.slice(0, 2)], 'ru: withdrawn already'],
    ['withdraw', 'removed', [...NOTES.slice(0, 2)], 'ru: removed already'],
    ['remove', 'removed', ['--yes'], 'ru: removed already'],
    ['withdraw', 'draft', [...NOTES.slice(0, 2)], 'ru: a draft'],
    ['remove', 'draft', ['--yes'], 'ru: a draft'],
  ])('where it is so already: %s of what is %s', async (command, status, more, line) => {
    const text = WITHDRAWN[RU].replace('status: withdrawn', `status: ${status}`);
    folder = await makeOutlet({ [RU]: text });
    const { code, out, err } = await run(command, `content/${RU}`, ...more);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(line)]);
    expect(await read(RU)).toBe(text);
  });

  test.each([
    ['a note for one language of two', NOTES.slice(0, 2), 'Missing: --note en=…'],
    ['a note in no language', ['--note', 'It was wrong.'], '--note ru=… --note en=…'],
    ['an empty note', ['--note', 'ru= ', ...NOTES.slice(2)], 'cannot be empty'],
    [
      'a time to come',
      [...NOTES, '--at', '2026-12-22T09:30:00+02:00'],
      '--at: This is yet to come',
    ],
    ['no time', [...NOTES, '--at', 'yesterday'], '--at: Write date, time'],
  ])('after %s', async (_, more, line) => {
    folder = await makeOutlet(BOTH);
    const { code, err } = await run('withdraw', `content/${RU}`, ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect([await read(RU), await read(EN)]).toEqual([RUSSIAN, ENGLISH]);
  });

  test('of either language where one of them cannot be changed', async () => {
    folder = await makeOutlet(BOTH);
    const before = ['--at', '2026-11-20T12:00:00+02:00'];
    const { code, err } = await run('withdraw', `content/${RU}`, ...NOTES, ...before);
    expect([code, err]).toEqual([1, expect.stringContaining('is earlier than the publication')]);
    expect([await read(RU), await read(EN)]).toEqual([RUSSIAN, ENGLISH]);
    await addTo(EN, ENGLISH.replace('politics', 'politcs'));
    const faulty = await run('withdraw', `content/${RU}`, ...NOTES);
    expect([faulty.code, faulty.err]).toEqual([1, expect.stringContaining('mend them first')]);
    expect(await read(RU)).toBe(RUSSIAN);
  });

  test.each([
    'ru/2026/11/20/paron.html',
    '01JD8Z0Q5X4K2M7N9P3R6S8T0X',
    'https://a.example/',
    'parom',
  ])('where there is no article “%s”', async (article) => {
    folder = await makeOutlet(BOTH);
    const { code, err } = await run('withdraw', article, ...NOTES);
    expect([code, err]).toEqual([2, expect.stringContaining('name its id')]);
  });
});

test('takes a reason of another language for none', async () => {
  folder = await makeOutlet({ ...BOTH, [EN]: WITHDRAWN[EN] });
  const wrong = await run('withdraw', `content/${RU}`, ...NOTES.slice(2));
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Write: --note ru=…')]);
  const { code, out } = await run('withdraw', `content/${RU}`, '--note', 'Просто причина.');
  expect([code, out]).toEqual([0, expect.stringContaining(`${EN}: withdrawn already`)]);
  expect(await read(RU)).toContain('editorsNote: Просто причина.\n');
});

test('keeps back a version that is yet to appear, and leaves a draft', async () => {
  const third = OUTLET.replace(
    '  - { code: en,',
    '  - { code: uk, name: Українська, locale: uk }\n  - { code: en,',
  ).replaceAll(/ en: ([^,}]+)/g, ' en: $1, uk: $1');
  const scheduled = ENGLISH.replace('publishedAt: 2026-11-21', 'publishedAt: 2026-11-25')
    .replace("status: 'ready'", "status: 'ready' # soon")
    .replaceAll('2026-11-21T11', '2026-11-25T11');
  const [later, draft] = ['articles/en/2026/11/25-ferry/index.md', RU.replaceAll('ru', 'uk')];
  folder = await makeOutlet({
    'outlet.yaml': third,
    [RU]: RUSSIAN,
    [later]: scheduled,
    [draft]: RUSSIAN.replaceAll('ru', 'uk').replace('ready', 'draft').replace('T0V', 'T0X'),
  });
  const { code, out, err } = await run('remove', `content/${RU}`, '--yes', '--json');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    articles: [
      { lang: 'ru', status: 'removed', fate: 'change' },
      { lang: 'uk', status: 'draft', fate: 'draft' },
      { lang: 'en', status: 'draft', fate: 'hold' },
    ],
    next: ['tamizdat check', 'git commit', 'tamizdat ship'],
  });
  expect(await read(later)).toBe(scheduled.replace("'ready'", 'draft'));
  const alone = await run('withdraw', `content/${later}`, '--note', 'en=It was wrong.');
  expect(alone.code).toBe(1);
});

test('is dated no earlier than what came out in the same minute', async () => {
  const fresh = RUSSIAN.replace('2026-11-20T09:30:00', '2026-11-23T00:30:20');
  folder = await makeOutlet({ [RU.replace('20-', '23-')]: fresh });
  const { code, err } = await run('withdraw', '01JD8Z0Q5X4K2M7N9P3R6S8T0V', '--note', 'Ошибка.');
  expect([code, err]).toEqual([0, '']);
  expect(await read(RU.replace('20-', '23-'))).toContain('updatedAt: 2026-11-23T00:30:20+02:00');
});

test('commits both files, and nothing of the person or the place', async () => {
  folder = await makeOutlet(BOTH);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--allow-empty', '-qm', '.');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'Begin');
  expect((await run('withdraw', `content/${RU}`, ...NOTES, '--commit')).err).toBe('');
  expect(git('log', '-1', '--format=%an %ae %s', '--name-only').trim()).toBe(
    `Окно noreply@window.example Withdraw 20-parom\n\ncontent/${EN}\ncontent/${RU}`,
  );
  expect(git('status', '--porcelain')).toBe('');
});
