import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTamizdat, tamizdat } from '../../testing/sample-outlet.ts';

const OUTLET = `name: { en: The Window }
description: { en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages: [{ code: en, name: English, locale: en-GB }]
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics } }]
licence: { name: { en: CC BY 4.0 } }
`;
const GOOD = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: en
kind: news
title: The port city that kept its lights on
section: politics
publishedAt: 2026-11-22T09:30:00+02:00
status: ready
---

Text.
`;
const BAD = GOOD.replace('T0V', 'T0W')
  .replace('politics', 'politcs')
  .replace('The port', 'The \u202Eport')
  .concat('\nA [link](javascript:alert(1)).\n');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamizdat-check-'));
  const files = {
    'good/outlet.yaml': OUTLET,
    'good/articles/en/2026/11/22-a/index.md': GOOD,
    'uk/outlet.yaml': OUTLET.replace('code: en', 'code: uk').replaceAll('{ en:', '{ uk:'),
    'bad/outlet.yaml': OUTLET,
    'bad/articles/en/2026/11/22-a/index.md': GOOD.replace('kind: news', 'kind: newz'),
    'bad/articles/en/2026/11/22-b/index.md': BAD,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe('tamizdat check', () => {
  test('says that all is well, with exit code 0', async () => {
    const { code, out } = await startTamizdat(['check', '--content', 'good'], folder);
    expect(out).toBe('No problems. 2 files looked at.\n');
    expect(code).toBe(0);
  });

  test('says in which languages the search knows no forms of words', async () => {
    const { out } = await tamizdat(['check', '--content', 'uk'], folder);
    expect(out).toMatch(
      /\nThe search finds words only in the form that a reader types in: uk\.\n$/,
    );
  });

  test('tells all problems of all files, with exit code 1', async () => {
    const { code, out } = await startTamizdat(['check', '--content', 'bad'], folder);
    expect(out).toMatchInlineSnapshot(`
      "bad/articles/en/2026/11/22-a/index.md

      error[kind-unknown-word]: The kind “newz” is not in the list.
       --> bad/articles/en/2026/11/22-a/index.md:4:7
        |
      4 | kind: newz
        |       ^^^^
        = do: Did you mean “news”? Write one of: news, analysis, opinion, feature, interview, live, republished, link.
        = example: kind: news

      bad/articles/en/2026/11/22-b/index.md

      error[character-bidi]: An invisible character that turns the direction of writing stands here (U+202E).
       --> bad/articles/en/2026/11/22-b/index.md:5:12
        |
      5 | title: The \\u{202E}port city that kept its lights on
        |            ^^^^^^^^
        = why: It makes a line read differently from what it says, in the review and on the page.
        = do: Delete it and type the word again.

      error[section-unknown]: There is no section “politcs”.
       --> bad/articles/en/2026/11/22-b/index.md:6:10
        |
      6 | section: politcs
        |          ^^^^^^^
        = do: Did you mean “politics”? Otherwise: write the id of a section in outlet.yaml. There are: politics.
        = example: section: politics

      error[text-script]: The link is a “javascript:” address, which can run a script.
        --> bad/articles/en/2026/11/22-b/index.md:13:3
         |
      13 | A [link](javascript:alert(1)).
         |   ^
         = why: A script could send readers’ addresses to anyone.
         = do: Write a whole https address.
         = example: [the report](https://example.org/report)

      4 errors, 0 warnings in 2 files. 3 files looked at.
      "
    `);
    expect(code).toBe(1);
  });

  test('tells of named files only', async () => {
    const { out } = await tamizdat(
      ['check', 'bad/articles/en/2026/11/22-a', '--content', 'bad'],
      folder,
    );
    expect(out).toContain('kind-unknown-word');
    expect(out).toContain('1 error, 0 warnings in 1 file.');
  });

  test('shows nothing of what a link out of the content leads to', async () => {
    const place = join(folder, 'good/articles/en/2026/11/20-linked');
    await mkdir(place, { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'SECRET_TOKEN=abc\n');
    await symlink(join(folder, 'secret.txt'), join(place, 'index.md'));
    const { code, out } = await tamizdat(['check', '--content', 'good'], folder);
    await rm(place, { recursive: true });
    expect([code, out]).toEqual([1, expect.stringContaining('file-link-outside')]);
    expect(out).not.toContain('SECRET_TOKEN');
  });

  test('prints JSON', async () => {
    const { out, code } = await tamizdat(['check', '--json', '--content=bad'], folder);
    const report = JSON.parse(out) as { files: number; problems: Record<string, unknown>[] };
    expect(report.files).toBe(3);
    expect(report.problems[0]).toEqual({
      code: 'kind-unknown-word',
      severity: 'error',
      file: 'bad/articles/en/2026/11/22-a/index.md',
      line: 4,
      column: 7,
      length: 4,
      field: 'kind',
      found: 'newz',
      message: 'The kind “newz” is not in the list.',
      remedy:
        'Did you mean “news”? Write one of: news, analysis, opinion, feature, interview, live, republished, link.',
      example: 'kind: news',
    });
    expect(code).toBe(1);
  });
});

describe('in the contributor’s language', () => {
  const paths = ['check', 'bad/articles/en/2026/11/22-a', '--content', 'bad'];

  test('Russian by LANG: same code, place and example, and the counts in the right form', async () => {
    const { code, out } = await tamizdat(paths, folder, { LC_ALL: '', LANG: 'ru_RU.UTF-8' });
    expect(out).toMatchInlineSnapshot(`
      "bad/articles/en/2026/11/22-a/index.md

      ошибка[kind-unknown-word]: Поле «kind» (жанр): «newz» нет в списке.
       --> bad/articles/en/2026/11/22-a/index.md:4:7
        |
      4 | kind: newz
        |       ^^^^
        = что делать: Вы имели в виду «news»? Напишите одно из слов: news, analysis, opinion, feature, interview, live, republished, link.
        = пример: kind: news

      1 ошибка, 0 предупреждений в 1 файле. Проверен 1 файл, для сравнения прочитано: 1 статья.
      "
    `);
    expect(code).toBe(1);
  });

  test('the option goes before the environment', async () => {
    const env = { LC_ALL: 'ru_RU.UTF-8' };
    const { out } = await tamizdat([...paths, '--language', 'en'], folder, env);
    expect(out).toContain('The kind “newz” is not in the list.');
  });

  test('JSON says which language it is in, and holds no other', async () => {
    const { out } = await tamizdat([...paths, '--json', '--language=ru'], folder);
    const report = JSON.parse(out) as { language: string; problems: Record<string, unknown>[] };
    expect(report.language).toBe('ru');
    expect(report.problems[0]).toEqual({
      code: 'kind-unknown-word',
      severity: 'error',
      file: 'bad/articles/en/2026/11/22-a/index.md',
      line: 4,
      column: 7,
      length: 4,
      field: 'kind',
      found: 'newz',
      message: 'Поле «kind» (жанр): «newz» нет в списке.',
      remedy:
        'Вы имели в виду «news»? Напишите одно из слов: news, analysis, opinion, feature, interview, live, republished, link.',
      example: 'kind: news',
    });
  });

  test.each([
    [['check', '--help'], 'Папка с содержимым'],
    [['new', 'article', '--help'], 'КЛЮЧИ'],
    [['ready', '--help'], 'Сделать черновик готовым'],
  ])('help: %j', async (args, text) => {
    const { out } = await tamizdat([...args, '--language', 'ru'], folder);
    expect(out).toContain(text);
  });

  test('what was typed wrongly', async () => {
    const { err, code } = await tamizdat(['chek', '--language', 'ru'], folder);
    expect([code, err]).toEqual([2, 'tamizdat: Команды «chek» нет. Вы имели в виду «check»?\n']);
  });

  test('a language that nobody speaks here is told of', async () => {
    const { err, code } = await tamizdat(['check', '--language', 'de'], folder);
    expect([code, err]).toEqual([2, expect.stringMatching(/--language.*en.*ru/)]);
  });
});

describe('what was typed wrongly', () => {
  test.each([
    [['chek'], 'tamizdat: There is no command “chek”. Did you mean “check”?\n'],
    [['constructor'], 'tamizdat: There is no command “constructor”.'],
    [['check', '--jsn'], 'tamizdat: There is no option “--jsn”. Did you mean “--json”?\n'],
    [['check', '--toString'], 'tamizdat: There is no option “--toString”.\n'],
    [['check', '--content'], 'tamizdat: The option “--content” needs a value.\n'],
    [['check', '--json=1'], 'tamizdat: The option “--json” takes no value.\n'],
    [['check', 'nowhere'], 'tamizdat: There is no file or folder “nowhere”.\n'],
    [['check', '/', '--content', 'good'], 'tamizdat: “/” is not in the content folder.'],
    [['clock', 'x'], 'tamizdat: “x” is one argument too many.\n'],
  ])('%j is one line and exit code 2', async (args, line) => {
    const { code, out, err } = await tamizdat(args, folder);
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('no command at all shows the commands', async () => {
    const { code, out } = await tamizdat([], folder);
    expect(out).toContain('check');
    expect(code).toBe(2);
  });
});

describe('help and failures', () => {
  test('help lists the commands without colour where there is no terminal', async () => {
    const { code, out } = await startTamizdat(['--help'], folder, { NO_COLOR: '' });
    for (const name of ['check', 'tree', 'build', 'serve', 'dev', 'clock'])
      expect(out).toContain(name);
    expect(out).not.toContain('\u001B');
    expect(code).toBe(0);
  });

  test('a failure is a line; its stack trace stands there only where it is asked for', async () => {
    const args = ['clock', '--content', 'none'];
    const plain = await tamizdat(args, folder, { TAMIZDAT_DEBUG: '' });
    expect(plain.code).toBe(1);
    expect(plain.err).not.toMatch(/^\s+at /m);
    const debug = await startTamizdat(args, folder, { TAMIZDAT_DEBUG: '1' });
    expect(debug.err).toMatch(/^\s+at /m);
  });
});
