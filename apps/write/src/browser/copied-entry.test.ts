import { expect, test } from 'vitest';
import { readEntry } from '../entry-file/entry-file.ts';
import { fieldsOfNew } from './copied-entry.ts';

const format = { kind: 'markdown', order: [] } as const;

test('a copy of an article is a draft of its own', () => {
  const original = readEntry(
    '---\nid: 01M8392GW9D4D5DVWN821PG76A\ntranslationKey: court\nlang: ru\ntitle: Суд\n' +
      'publishedAt: 2026-11-20T11:00:00+02:00\nstatus: ready\nleadImage: { file: a.jpg }\n---\n\nТекст.\n',
    format,
  );
  expect(fieldsOfNew(original)).toEqual({
    lang: 'ru',
    title: 'Суд',
    status: 'draft',
    body: 'Текст.\n',
  });
});

test('a new article that is taken up again keeps all that was typed', () => {
  const typed = {
    title: 'Суд',
    status: 'ready',
    leadImage: { file: 'a.jpg' },
    series: { part: 2 },
  };
  expect(fieldsOfNew({ ...typed, _source: '---\n---\n', _base: '1-2' })).toEqual(typed);
});
