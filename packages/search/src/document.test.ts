import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDocuments, compareAddresses, type SearchDocument } from './document.ts';
import { makeEnglishDocuments } from '../testing/documents.ts';

const [sample] = makeEnglishDocuments() as [SearchDocument];
const codes = (...documents: SearchDocument[]): string[] =>
  checkDocuments(documents, 'en').map((problem) => problem.code);

test.each([
  '/en/a.html',
  '../a.html',
  'en/../a.html',
  './a.html',
  'en//a.html',
  'https://evil.example/a.html',
  'javascript:alert(1)',
  'en/a b.html',
  'en/город.html',
  'en/..',
  '',
])('the address "%s" is refused', (address) => {
  expect(codes({ ...sample, address })).toEqual(['search-address-unsafe']);
});

test('every address that passes stays inside the tree', () => {
  const part = fc.constantFrom('..', '.', 'a', '', 'b.html', '...', '~', ':', '\\', '%2e');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const address = parts.join('/');
      if (codes({ ...sample, address }).length > 0) return;
      expect(new URL(address, 'http://h.test/x/').href).toBe(`http://h.test/x/${address}`);
    }),
  );
});

test('all problems are told at once', () => {
  expect(
    codes(
      { ...sample, lang: 'ru' },
      { ...sample, publishedAt: 'yesterday', bodyHtml: 'x'.repeat(5_000_001) },
    ),
  ).toEqual([
    'search-language-differs',
    'search-date-unreadable',
    'search-body-too-long',
    'search-address-twice',
  ]);
});

test('the order goes by code units', () => {
  const order = ['en/b.html', 'en/B.html', 'en/a.html']
    .map((address) => ({ ...sample, address }))
    .sort(compareAddresses);
  expect(order.map((document) => document.address)).toEqual([
    'en/B.html',
    'en/a.html',
    'en/b.html',
  ]);
});
