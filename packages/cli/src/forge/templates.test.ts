import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildWords, parseWords } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildForgeTemplates } from './templates.ts';

const repository = path.join(import.meta.dirname, '../../../..');
const english = { name: 'English', words: buildWords('en').forge };
const russian = { name: 'Русский', words: buildWords('ru').forge };

test('the kit’s own stand in the languages of its sample', () => {
  for (const [file, text] of Object.entries(buildForgeTemplates([russian, english])))
    expect([file, readFileSync(path.join(repository, file), 'utf8')]).toEqual([file, text]);
});

test('what is not translated yet stands once, and what is, first', () => {
  const name = 'Srpski';
  const untranslated = buildForgeTemplates([{ name, words: english.words }, english]);
  expect(parse(untranslated['.github/ISSUE_TEMPLATE/tip.yml'] ?? '')).toMatchObject({
    name: 'Tip',
    title: 'Tip: ',
  });
  expect(untranslated['.github/pull_request_template.md']).toMatch(/^<!-- Srpski, English -->/);
  const { value } = parseWords('forge: { tip: { name: "Tema: šta?" } }', {
    path: 'words/en.yaml',
    root: 'content',
  });
  const own = { name, words: buildWords('en', value).forge };
  const translated = buildForgeTemplates([own, english])['.github/ISSUE_TEMPLATE/tip.yml'];
  expect(parse(translated ?? '')).toMatchObject({
    name: 'Tema: šta? / Tip',
    body: [{ attributes: { value: expect.stringMatching(/^### Tell nothing/) as string } }, {}, {}],
  });
});
