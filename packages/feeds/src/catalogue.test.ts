import { expect, test } from 'vitest';
import { verifyCatalogue } from '../testing/catalogue-rules.ts';
import { buildCatalogue, type Catalogue, type CatalogueBook } from './catalogue.ts';

const catalogue: Catalogue = {
  id: 'tag:bereg.example,2026-01-01:ru/books.xml',
  title: 'Берег: книги <&>',
  publisher: 'Берег',
  language: 'ru',
  home: 'https://bereg.example/ru/books.html',
  self: 'https://bereg.example/ru/books.xml',
  updated: '2026-11-22T10:00:00+03:00',
};
const book: CatalogueBook = {
  id: 'tag:bereg.example,2026-01-01:ru/books/2026-w47',
  title: 'Берег, 16–22 ноября 2026 г.',
  summary: 'Паром & другие\u0000',
  issued: '2026-11-22',
  updated: '2026-11-22T10:00:00+03:00',
  url: 'https://bereg.example/ru/books/2026-w47.epub',
};

test('a catalogue breaks no rule, with books and without', () => {
  expect(verifyCatalogue(buildCatalogue(catalogue, []))).toEqual([]);
  const document = buildCatalogue(catalogue, [book, { ...book, id: `${book.id}-2` }]);
  expect(verifyCatalogue(document)).toEqual([]);
  expect(document).toContain(
    '<link rel="http://opds-spec.org/acquisition/open-access" href="https://bereg.example/ru/books/2026-w47.epub" type="application/epub+zip"/>',
  );
  expect(document).toContain('<updated>2026-11-22T07:00:00.000Z</updated>');
});

test.each([
  ['a book twice', [book, book], 'DuplicateEntries'],
  ['a book without a title', [{ ...book, title: '' }], 'NotBlank'],
  ['a relative address', [{ ...book, url: 'books/2026-w47.epub' }], 'InvalidFullLink'],
])('the rules find %s', (_, books, rule) => {
  const findings = verifyCatalogue(buildCatalogue(catalogue, books));
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test('the rules find what is no catalogue', () => {
  const document = buildCatalogue(catalogue, [book]);
  const rulesOf = (text: string) => verifyCatalogue(text).map(({ rule }) => rule);
  expect(rulesOf(document.replace('rel="start"', 'rel="up"'))).toContain('MissingLink');
  expect(rulesOf(document.replace('/acquisition/open-access', '/image'))).toContain(
    'MissingAcquisition',
  );
  expect(rulesOf(document.replace('</feed>', ''))).toContain('SAXError');
});
