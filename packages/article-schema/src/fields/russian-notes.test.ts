import { describe, expect, test } from 'vitest';
import { WORDS_FIELDS } from '../words/fields.ts';
import { APPEAL_FIELDS } from './appeal-fields.ts';
import { ARTICLE_FIELDS } from './article-fields.ts';
import { AUTHOR_FIELDS } from './author-fields.ts';
import { MIRROR_FIELDS } from './mirror-fields.ts';
import type { FieldTable } from './notes.ts';
import { OUTLET_FIELDS } from './outlet-fields.ts';
import { FRONT_FIELDS } from './front-fields.ts';
import { PAGE_FIELDS } from './page-fields.ts';

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

describe('fields', () => {
  const tables: Record<string, FieldTable> = {
    article: ARTICLE_FIELDS,
    author: AUTHOR_FIELDS,
    page: PAGE_FIELDS,
    front: FRONT_FIELDS,
    appeal: APPEAL_FIELDS,
    outlet: OUTLET_FIELDS,
    mirrors: MIRROR_FIELDS,
    words: WORDS_FIELDS,
  };

  test.each(Object.entries(tables))('of %s say in Russian all that they say', (_, table) => {
    const lacking = Object.entries(table).flatMap(([field, notes]) =>
      (['label', 'remedy', 'form', 'why'] as const)
        .filter((part) => notes[part] !== undefined && !isRussianNote(notes.ru[part]))
        .map((part) => `${field}: ${part}`),
    );
    expect(lacking).toEqual([]);
  });

  const isRussianNote = (text: string | undefined): boolean =>
    text !== undefined && (isCyrillic(text) || /^(?:true|IBAN|BIC|ltr|https?)\b/.test(text));
});
