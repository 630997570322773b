import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { FrontMatterSchema } from '../schema/article.ts';
import { buildGeneratedFiles } from './generated-files.ts';

test.each([...buildGeneratedFiles()])('%s is current; else: npm run build', async (path, text) => {
  const file = resolve(import.meta.dirname, '../..', path);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('the reference page shows every field of an article, with a rule', () => {
  const page = buildGeneratedFiles().get('../../docs/article-fields.md') ?? '';
  for (const field of Object.keys(FrontMatterSchema.shape)) {
    expect(page).toMatch(new RegExp(`\\| \`${field}\` \\| [a-z ]+ \\| (required|optional)`));
  }
  const fields = Object.keys(ARTICLE_FIELDS).filter((field) => !field.endsWith('[]'));
  for (const field of fields) expect(page).toContain(`| \`${field}\` |`);
});
