import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const ARTICLE = 'articles/ru/2026/11/20-parom/index.md';
const TEXT = `---
# Kept as it is
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang:   ru   # the folder's
kind: news
title: 'Паром снова ходит через реку'
section: politics
publishedAt: 2026-11-20T09:30:00+02:00
status: ready
---

Текст.
`;
const LIVE = TEXT.replace('kind: news', 'kind: live')
  .replace('T0V', 'T0W')
  .replace(
    '---\n\n',
    `live:
  entries:
    # the newest
    - id: polls-open
      at: "2026-11-20T12:00:00+02:00"
      title:  Участки открыты
      body: Двери открыли в восемь.   # checked
    - id: first
      at: 2026-11-20T11:00:00+02:00
      title: Начало
      body: >-
        Первая
        запись.
---

`,
  );

let folder = '';
const read = (name: string) => readFile(path.join(folder, 'content', name), 'utf8');
afterEach(() => rm(folder, { recursive: true, force: true }));

const MADE = ['--title', 'Щука ушла из реки', '--lang', 'ru', '--section', 'politics'];

describe('in Russian', () => {
  const russian = { LC_ALL: '', LANG: 'ru_RU.UTF-8' };

  test('the comments of a new article, and what to do next', async () => {
    folder = await makeOutlet();
    const args = ['new', 'article', ...MADE, '--content', 'content'];
    const { out } = await tamizdat(args, folder, russian);
    expect(out).toContain('Напишите текст под вторым «---»');
    const text = await readFile(path.join(folder, out.split('\n')[0] ?? ''), 'utf8');
    expect(text.match(/^# .*[а-я]{3}/gm)?.length).toBeGreaterThan(8);
    expect(text).not.toMatch(/^# [A-Z][a-z’]+ [a-z]/m);
    const offered = text.match(/^# +(?:- )?(?:standfirst|alt|credit|title): .*/gm) ?? [];
    expect(offered).toHaveLength(4);
    for (const line of offered) expect(line).toMatch(/: [А-Я]/);
  });

  test('what is wrong with an answer, and with an article that is opened', async () => {
    folder = await makeOutlet({ [ARTICLE]: TEXT.replace('kind: news', 'kind: newz') });
    const short = ['new', 'article', '--title', 'Щука', '--content', 'content'];
    const refused = await tamizdat(short, folder, russian);
    expect([refused.code, refused.err]).toEqual([
      2,
      'tamizdat: --title: В заголовке от 10 до 110 символов; в этом — 4.\n',
    ]);
    const ready = ['ready', path.join('content', ARTICLE), '--content', 'content'];
    const { err } = await tamizdat([...ready, '--language=ru'], folder);
    expect(err).toContain('В статье есть ошибки; сначала исправьте их');
    expect(err).toContain('Поле «kind» (жанр): «newz» нет в списке.');
  });
});

describe('tamizdat new article', () => {
  test('makes a draft that the check finds nothing in, on the day it is where the outlet is', async () => {
    folder = await makeOutlet();
    const made = await tamizdat(['new', 'article', ...MADE, '--content', 'content'], folder);
    expect(made.err).toBe('');
    const file = 'content/articles/ru/2026/11/23-shchuka-ushla-iz-reki/index.md';
    expect(made.out.split('\n')[0]).toBe(file);
    const text = (await readFile(path.join(folder, file), 'utf8')).replace(/[0-9A-Z]{26}/, 'ULID');
    expect(text).toMatchInlineSnapshot(`
      "---
      # The permanent name of the article, made once by “npx tamizdat id”.
      id: ULID
      # The article’s language; the same as its folder’s.
      lang: ru
      # What sort of piece it is.
      kind: news
      # The headline, 10 to 110 characters, without a full stop at the end.
      title: Щука ушла из реки
      # Two or three sentences under the headline; lists, feeds and search show it.
      # standfirst: Three winters of blackouts taught one town to make its own power.
      # The id of one of the sections in outlet.yaml.
      section: politics
      # Ids of tags in outlet.yaml; related articles are found by them.
      tags: []
      # Ids of author records (content/authors/<id>.yaml); none means the newsroom.
      authors: []
      # The image over the text; a file in the article’s folder.
      # leadImage:
      #   file: harbour.jpg
      #   alt: A crane lit from below at night
      #   credit: Anna Petrova
      # What the article rests on; the footnote [^id] in the text refers to one.
      # sources:
      #   - id: grid-report
      #     title: Annual report of the grid operator
      #     url: https://example.org/r
      # draft: not published; ready: published at its time; withdrawn: its page becomes a notice; removed: its address says only that something was removed.
      status: draft
      ---

      "
    `);
    const checked = await tamizdat(['check', '--content', 'content'], folder);
    expect(checked.out).toBe('No problems. 2 files looked at.\n');
  });

  test.each([
    ['live', []],
    [
      'republished',
      ['--publisher', 'The Gazette', '--url', 'https://a.example/b', '--licence', 'CC BY'],
    ],
    ['interview', ['--tags', 'water', '--slug', 'words']],
  ])('makes a draft of the kind %s that has no errors', async (kind, more) => {
    folder = await makeOutlet();
    const args = [
      'new',
      'article',
      ...MADE,
      '--kind',
      kind,
      ...more,
      '--json',
      '--content',
      'content',
    ];
    const made = await tamizdat(args, folder);
    expect(made.err).toBe('');
    const { file, id } = JSON.parse(made.out) as { file: string; id: string };
    expect(await readFile(path.join(folder, file), 'utf8')).toContain(`id: ${id}\n`);
    const checked = await tamizdat(['check', '--content', 'content'], folder);
    expect([checked.code, checked.out]).toEqual([0, 'No problems. 2 files looked at.\n']);
  });

  test('says how the first tag and author are made, and takes none for none', async () => {
    folder = await makeOutlet();
    const file = path.join(folder, 'content/outlet.yaml');
    await writeFile(file, (await read('outlet.yaml')).replace(/^tags: .*\n/m, ''));
    const args = ['new', 'article', ...MADE, '--content', 'content'];
    const { err } = await tamizdat([...args, '--tags', 'вода', '--authors', 'lida'], folder);
    expect(err).toContain(
      `--tags: There is no “вода”. There are none yet; list it in content/outlet.yaml:
tags:
  - { id: voda, name: { ru: "вода", en: "вода" } }
`,
    );
    expect(err).toContain('--authors: There is no “lida”. There are no authors yet.');
    expect(err).toContain('tamizdat new author');
    const none = await tamizdat([...args, '--tags', '', '--authors='], folder);
    expect([none.code, none.err]).toEqual([0, '']);
    const { err: slug } = await tamizdat([...args, '--slug', ''], folder);
    expect(slug).toContain('needs a value');
  });

  test('never writes over a file', async () => {
    folder = await makeOutlet();
    const args = ['new', 'article', ...MADE, '--content', 'content'];
    await tamizdat(args, folder);
    const place = 'articles/ru/2026/11/23-shchuka-ushla-iz-reki/index.md';
    await writeFile(path.join(folder, 'content', place), 'mine');
    const { code, err } = await tamizdat(args, folder);
    expect([code, err]).toEqual([1, expect.stringContaining('exists already')]);
    expect(await read(place)).toBe('mine');
  });

  test.each([
    [['--lang', 'ru'], 'Missing: --title, --section. On a terminal this command asks for them.'],
    [[...MADE, '--kind', 'newz'], '--kind: There is no “newz”. Did you mean “news”?'],
    [[...MADE, '--tags', 'water,wter'], '--tags: There is no “wter”. Did you mean “water”?'],
    [
      ['--title', 'Кот', '--section', 'politcs'],
      '--title: A headline has 10 to 110 characters; this one has 3. --section: There is no “politcs”',
    ],
    [[...MADE, '--slug', '../out'], '--slug: Use lower-case Latin letters'],
    [
      ['--title', 'საქართველო დღეს', '--lang', 'ru', '--section', 'politics'],
      'Name one with --slug',
    ],
    [[...MADE, '--kind', 'republished'], 'Missing: --publisher, --url, --licence.'],
  ])('%j is told in a line, with exit code 2, and nothing is made', async (args, line) => {
    folder = await makeOutlet();
    const { code, err } = await tamizdat(
      ['new', 'article', ...args, '--content', 'content'],
      folder,
    );
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect(await readdir(path.join(folder, 'content'))).toEqual(['outlet.yaml']);
  });
});

describe('tamizdat new author', () => {
  test('makes a record that the check finds nothing in', async () => {
    folder = await makeOutlet();
    const name = '{ ru: Лида О., en: Lida O. }';
    const args = ['new', 'author', '--name', name, '--pseudonym', 'yes', '--content', 'content'];
    expect((await tamizdat(args, folder)).out).toContain('authors: [lida-o]');
    const text = await read('authors/lida-o.yaml');
    expect(text).toContain('pseudonym: true\n');
    expect(text).toContain('# role:\n#   ru: Корреспондент\n#   en: Correspondent\n');
    const checked = await tamizdat(['check', '--content', 'content'], folder);
    expect([checked.code, checked.out]).toEqual([0, 'No problems. 2 files looked at.\n']);
    expect((await tamizdat(args, folder)).code).toBe(1);
  });

  test.each([
    ['Đorđe Łukaszewić', 'djordje-lukaszewic'],
    ['{ sr-Latn: Đorđe Đokić, en: George Djokic }', 'djordje-djokic'],
    ['{ en: George Djokic, sr-Latn: გიორგი }', 'george-djokic'],
  ])('%s has an id as the main language writes it: %s', async (name, id) => {
    folder = await makeOutlet();
    const outlet = (await read('outlet.yaml')).replaceAll('ru:', 'sr-Latn:');
    await writeFile(
      path.join(folder, 'content/outlet.yaml'),
      outlet.replace('code: ru, name: Русский, locale: ru', 'code: sr-Latn, name: S, locale: sr'),
    );
    const args = ['new', 'author', '--name', name, '--pseudonym', 'no', '--content', 'content'];
    expect((await tamizdat(args, folder)).out).toContain(`authors: [${id}]`);
  });

  test('refuses names that are none with a way to write them', async () => {
    folder = await makeOutlet();
    const args = ['new', 'author', '--name', '{ ru: { a: b } }', '--pseudonym', 'no'];
    const { code, err } = await tamizdat([...args, '--content', 'content'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining('write it as "{ ru: Lida O.')]);
  });

  test('refuses what the check would refuse', async () => {
    folder = await makeOutlet();
    const args = ['new', 'author', '--name', '{ ru: Лида }', '--id', 'lida', '--pseudonym', 'no'];
    const { code, err } = await tamizdat([...args, '--content', 'content'], folder);
    expect([code, err]).toEqual([1, expect.stringContaining('Nothing was made')]);
    expect(await readdir(path.join(folder, 'content'))).toEqual(['outlet.yaml']);
  });
});

describe('tamizdat new translation', () => {
  test('makes a draft beside the article, and gives both the key', async () => {
    folder = await makeOutlet({ [ARTICLE]: TEXT, 'articles/ru/2026/11/20-parom/a.txt': 'beside' });
    const args = [
      'new',
      'translation',
      `content/${path.dirname(ARTICLE)}`,
      '--title',
      'The ferry runs again',
    ];
    const made = await tamizdat([...args, '--content', 'content'], folder);
    expect(made.err).toBe('');
    const text = await read('articles/en/2026/11/23-the-ferry-runs-again/index.md');
    expect(text.replace(/[0-9A-Z]{26}/, 'ULID')).toMatchInlineSnapshot(`
      "---
      # Translate every text below, the pictures’ “alt” and “caption” too: it is still in “ru”.

      # Kept as it is
      id: ULID
      translationKey: parom
      lang: en # the folder's
      kind: news
      title: 'The ferry runs again'
      section: politics
      status: draft
      ---

      Текст.
      "
    `);
    expect(await read('articles/en/2026/11/23-the-ferry-runs-again/a.txt')).toBe('beside');
    expect(await read(ARTICLE)).toBe(TEXT.replace('\nlang:', '\ntranslationKey: parom\nlang:'));
    const checked = await tamizdat(['check', '--content', 'content'], folder);
    expect([checked.code, checked.out]).toEqual([0, 'No problems. 5 files looked at.\n']);
    const again = await tamizdat([...args, '--content', 'content'], folder);
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringContaining('articles/en/2026/11/23-the-ferry-runs-again/index.md. Mend'),
    ]);
    expect(await readdir(path.join(folder, 'content/articles/en/2026/11'))).toHaveLength(1);
  });
});

describe('what is added to an article', () => {
  test('an entry goes to the newest of a live blog, and no other byte changes', async () => {
    const windows = LIVE.replaceAll('\n', '\r\n');
    folder = await makeOutlet({ [ARTICLE]: `\uFEFF${windows}` });
    const args = [
      'new',
      'live-entry',
      `content/${ARTICLE}`,
      '--title',
      'Подсчёт начался',
      '--body',
      'Идёт.\n\nДальше.',
    ];
    const made = await tamizdat([...args, '--key', '--content', 'content'], folder);
    expect(made.err).toBe('');
    const entry = `    - id: podschet-nachalsya
      at: 2026-11-23T00:30:00+02:00
      title: Подсчёт начался
      keyEvent: true
      body: |-
        Идёт.

        Дальше.
`.replaceAll('\n', '\r\n');
    expect(await read(ARTICLE)).toBe(
      `\uFEFF${windows.replace('    - id: polls', `${entry}    - id: polls`)}`,
    );
  });

  test('an entry of the same headline has an id of its own', async () => {
    folder = await makeOutlet({ [ARTICLE]: LIVE });
    const args = [
      'new',
      'live-entry',
      `content/${ARTICLE}`,
      '--title',
      'First',
      '--body',
      'Да.',
      '--json',
    ];
    const made = await tamizdat([...args, '--content', 'content'], folder);
    expect(JSON.parse(made.out)).toMatchObject({ id: 'first-2' });
  });

  test('a correction goes below the others, and no other byte changes', async () => {
    folder = await makeOutlet({ [ARTICLE]: TEXT });
    const args = [
      'new',
      'correction',
      `content/${path.dirname(ARTICLE)}`,
      '--content',
      'content',
      '--text',
    ];
    await tamizdat([...args, 'Паром ходит не раз, а два раза в день.'], folder);
    await tamizdat(
      [...args, 'Река называется Сольва, не Солва.', '--kind', 'clarification'],
      folder,
    );
    expect(await read(ARTICLE)).toBe(
      TEXT.replace(
        '---\n\n',
        `corrections:
  - kind: correction
    at: 2026-11-23T00:30:00+02:00
    text: Паром ходит не раз, а два раза в день.
  - kind: clarification
    at: 2026-11-23T00:30:00+02:00
    text: Река называется Сольва, не Солва.
---

`,
      ),
    );
  });

  test.each([
    ['live-entry', TEXT, ['--title', 'Ещё', '--body', 'Да.'], 2, 'only a live blog has entries'],
    [
      'live-entry',
      LIVE,
      ['--title', 'Ещё', '--body', 'Да.', '--id', 'first'],
      1,
      'Nothing was changed',
    ],
    ['correction', TEXT, ['--text', 'коротко'], 2, '--text: Say what was wrong'],
    [
      'correction',
      TEXT,
      ['--text', 'Достаточно длинное исправление.', '--at', '2020-01-01T00:00:00Z'],
      1,
      'Nothing was changed',
    ],
    [
      'correction',
      TEXT.replace('kind: news', 'kind: newz'),
      ['--text', 'Достаточно длинное.'],
      1,
      'mend them first',
    ],
    [
      'correction',
      TEXT.replace('publishedAt', 'corrections: [ ]\npublishedAt').replace(
        /---\n([^]*)\n---/,
        (_, yaml: string) =>
          `---\n{${yaml
            .split('\n')
            .filter((row) => !row.startsWith('#'))
            .map((row) => row.replace(/ +#.*/, ''))
            .join(',\n')}}\n---`,
      ),
      ['--text', 'Достаточно длинное исправление.'],
      1,
      'add this by hand',
    ],
  ])('%s: what cannot be right changes nothing', async (what, text, args, exit, line) => {
    folder = await makeOutlet({ [ARTICLE]: text });
    const given = ['new', what, `content/${ARTICLE}`, ...args, '--content', 'content'];
    const { code, err } = await tamizdat(given, folder);
    expect([code, err]).toEqual([exit, expect.stringContaining(line)]);
    expect(await read(ARTICLE)).toBe(text);
  });
});
