import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeLink } from './relative-link.ts';

test.each([
  ['en/2026/11/22/a.html', 'en/2026/11/22/b.html', 'b.html'],
  ['en/2026/11/22/a.html', 'en/index.html', '../../../index.html'],
  ['en/2026/11/22/a.html', 'ru/2026/11/22/a.html', '../../../../ru/2026/11/22/a.html'],
  ['en/a.html', 'en/a.html', 'a.html'],
  ['en/a.html', 'en/a.html#notes', 'a.html#notes'],
  ['en/a.html', 'en/', 'index.html'],
  ['en/a.html', 'en', '../en'],
  ['index.html', '', 'index.html'],
  ['en/a.html', '?q=1', '../index.html?q=1'],
  ['en/a.html', 'media/', '../media/index.html'],
  ['en/a.html', 'en/x/../b.html', 'b.html'],
  ['en/a.html', '../../../b.html', '../b.html'],
  ['en/a.html', 'en/x/..', 'index.html'],
  ['en/a.html', 'en/%2E%2e/b.html', '../b.html'],
  ['en/a.html', 'en/a:b.html', './a:b.html'],
  ['en/a.html', 'en//b.html', './/b.html'],
  ['en/a.html', 'en\\b.html', 'b.html'],
  ['en/a.html', 'en/search.html?next=/x/..#a/b', 'search.html?next=/x/..#a/b'],
])('from %s to %s: %s', (from, to, link) => {
  expect(relativeLink(from, to)).toBe(link);
});

const segment = fc.constantFrom(
  'en',
  'ru',
  '2026',
  'a:b',
  'ж',
  '%D0%B6',
  '..a',
  '~',
  'a b',
  '',
  '.',
  '%2e%2E',
);
const path = fc.array(segment, { maxLength: 5 }).map((parts) => [...parts, 'p.html'].join('/'));
const plainSegment = fc.constantFrom('en', 'ru', '2026', 'ж', 'a b');
const from = fc
  .array(plainSegment, { maxLength: 5 })
  .map((parts) => [...parts, 'page.html'].join('/'));
const suffix = fc.constantFrom('', '?q=a/b', '#x', '?a=..#/y/');

test.each(['https://a.test/', 'https://a.test/deep/er/', 'file:///home/x/dist/'])(
  'under %s a link resolves to its target',
  (base) => {
    fc.assert(
      fc.property(from, path, suffix, (here, there, tail) => {
        const page = new URL(here, base);
        // Resolved from a root, so that dot segments end where they would on a site.
        const target = new URL(`/${there}${tail}`.replace(/^\/+/, '/'), 'https://root.test');
        const expected = base + (target.pathname + target.search + target.hash).slice(1);
        fc.pre(!there.startsWith('/'));
        expect(new URL(relativeLink(here, there + tail), page).href).toBe(expected);
      }),
    );
  },
);

test('a link is never root-absolute and never names a host or scheme', () => {
  fc.assert(
    fc.property(from, path, (here, there) => {
      expect(relativeLink(here, there)).not.toMatch(/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i);
    }),
  );
});
