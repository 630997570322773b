import { expect, test } from 'vitest';
import { parseArticle } from '../parse/article.ts';

const LONG = 'A headline of the year 2009 that nobody cut '.repeat(6).trim();
const MARK = 'imported: { from: WordPress, at: 2026-11-22T10:30:00+02:00 }\n';
const FIELDS = `id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: en
kind: news
title: ${LONG}.
standfirst: ${LONG} ${LONG}
section: politics
publishedAt: 2009-03-02T09:30:00+02:00
status: ready
leadImage:
  file: harbour.jpg
`;
const TEXT = '\nIt “began” at www.example.org.\n\n![](crane.jpg)\n\n![Dot](dot.jpg)\n';

const parse = (fields: string, text = TEXT) =>
  parseArticle(`---\n${fields}---\n${text}`, {
    path: 'articles/en/2009/03/02-harbour/index.md',
  });
const codes = (fields: string, text?: string) =>
  parse(fields, text).problems.map(({ code, severity, counted }) => [code, severity, counted]);

test('what nobody wrote in time is counted in an imported article, and an error in any other', () => {
  const errors = codes(FIELDS).filter(([, severity]) => severity === 'error');
  expect(errors.map(([code]) => code)).toEqual([
    'title-too-long',
    'standfirst-too-long',
    'lead-image-alt-missing',
    'lead-image-credit-missing',
    'text-image-alt-missing',
    'text-image-alt-too-short',
  ]);
  const { problems, value } = parse(FIELDS + MARK);
  // Of a headline that is no headline the strict check looks no further.
  expect(new Set(problems.map(({ code }) => code))).toEqual(
    new Set([...codes(FIELDS).map(([code]) => code), 'title-full-stop']),
  );
  expect(problems.every(({ severity, counted }) => severity === 'warning' && counted)).toBe(true);
  expect(value?.title).toBe(`${LONG}.`);
  expect(value?.leadImage).toEqual({ file: 'harbour.jpg' });
});

test('what protects people and pages stays an error', () => {
  const fields = (FIELDS + MARK)
    .replace('A headline', 'A \u202Eheadline')
    .replace('2009-03-02T09:30:00+02:00', '0000-00-00')
    .replace('01JD8Z', 'OLD')
    .concat('price: 7\n');
  const text =
    '\n<script>a</script>\n\n[b](javascript:c)\n\n![Something](https://d.example/e.jpg)\n';
  const errors = codes(fields, text).filter(([, severity]) => severity === 'error');
  expect(errors.map(([code]) => code)).toEqual([
    'id-malformed',
    'character-bidi',
    'published-at-malformed',
    'unknown-field',
    'text-script',
    'text-script',
    'text-image-refused',
  ]);
});

test('even there a line has an end, and the mark must be whole', () => {
  const endless = FIELDS.replace(LONG, 'a'.repeat(1_001)) + MARK;
  expect(codes(endless)[0]).toEqual(['title-too-long', 'error', undefined]);
  const half = `${FIELDS}imported: { from: WordPress }\n`;
  expect(codes(half).filter(([, severity]) => severity === 'error')).toEqual([
    ['imported-at-missing', 'error', undefined],
  ]);
});
