import { expect, test } from 'vitest';
import { ARTICLE_FIELDS } from './article-fields.ts';
import type { FieldTable } from './notes.ts';
import { listTexts, mapTexts, textFields } from './text-fields.ts';

const notes = { label: '', description: '', example: '', ru: { label: '' } };
const table: FieldTable = {
  title: { ...notes, text: 'typeset' },
  id: notes,
  'lead.alt': { ...notes, text: 'typeset' },
  'lead.licence': { ...notes, text: 'asWritten' },
  'entries[].title': { ...notes, text: 'typeset' },
  'entries[].body': { ...notes, text: 'markdown' },
  'names[]': { ...notes, text: 'typeset' },
};
const record = {
  id: 'a',
  title: 'a',
  lead: { alt: 'a', licence: 'a' },
  entries: [{ title: 'a', body: 'a' }, { title: 'a' }, 7],
  names: ['a', 1],
};

test('fields are listed by how their words are printed', () => {
  expect(listTexts(record, textFields(table, ['markdown', 'asWritten']))).toEqual([
    ['lead', 'licence'],
    ['entries', 0, 'body'],
    ['entries', 1, 'body'],
    ['entries', 2, 'body'],
  ]);
  expect(listTexts({ lead: 'no group', entries: {} }, textFields(table, ['typeset']))).toEqual([
    ['title'],
    ['lead', 'alt'],
  ]);
});

test('texts are changed where they stand, nothing else is, and the record stays as it was', () => {
  const before = structuredClone(record);
  expect(mapTexts(record, textFields(table, ['typeset']), (text) => `${text}!`)).toEqual({
    id: 'a',
    title: 'a!',
    lead: { alt: 'a!', licence: 'a' },
    entries: [{ title: 'a!', body: 'a' }, { title: 'a!' }, 7],
    names: ['a!', 1],
  });
  expect(record).toEqual(before);
  expect(mapTexts({ title: undefined }, textFields(table, ['typeset']), () => '!')).toEqual({
    title: undefined,
  });
});

test('every text of an article that readers see says how it is printed', () => {
  const unprinted = /(?:^|[.\]])(?:id|lang|kind|url|file|role|name|at|\w+At|\w+Url|\w+Key|status)$/;
  const fields: FieldTable = ARTICLE_FIELDS;
  const silent = Object.entries(fields).flatMap(([field, { text, example }]) =>
    text === undefined && typeof example === 'string' && !unprinted.test(field) ? [field] : [],
  );
  expect(silent).toEqual([
    ...[
      'formerAddresses[]',
      'feedId',
      'section',
      'tags[]',
      'authors[]',
      'contributors[].author',
      'imported.from',
    ],
    ...['embargoUntil', 'leadImage.source', 'live.coverageEnd', 'contentWarnings[].warning'],
    ...['declined[].rule', 'declined[].reason'],
  ]);
});
