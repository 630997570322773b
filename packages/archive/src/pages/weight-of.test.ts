import { expect, test } from 'vitest';
import {
  BRIEF_FEED_BYTES,
  CHOICE_BYTES,
  FORM_BYTES,
  LIST_BYTES,
  LISTED_LINK_BYTES,
  OVERHEAD_BYTES,
  SETTINGS_BYTES,
  TAKE_ALONG_BYTES,
} from '../limits.ts';
import type { PageKind } from './page-kind.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { pageNames, weightOf } from './weight-of.ts';

const LIST = { bytes: LIST_BYTES };
const CLOSED = { bytes: OVERHEAD_BYTES, text: 'main', perLink: LISTED_LINK_BYTES };
const TEXT = { bytes: OVERHEAD_BYTES, text: 'main' };

test.each([
  ['index.html', 'front page', LIST],
  ['en/index.html', 'front page', LIST],
  [
    'zh-Hant/2026/11/22/a.html',
    'article',
    {
      bytes: OVERHEAD_BYTES + TAKE_ALONG_BYTES,
      text: 'article',
      perChoice: CHOICE_BYTES,
      perForm: FORM_BYTES,
    },
  ],
  ['en/2026/11/index.html', 'month', CLOSED],
  ['en/section/news.html', 'section', LIST],
  ['en/section/news/2026-11.html', 'section, older', CLOSED],
  ['en/tag/war/2025.html', 'tag, older', CLOSED],
  ['en/author/x.html', 'author', LIST],
  ['en/series/x.html', 'series', CLOSED],
  ['en/archive.html', 'archive', CLOSED],
  ['en/archive/tag.html', 'all tags or authors', LIST],
  ['en/archive/author-12.html', 'all tags or authors', LIST],
  ['en/corrections.html', 'corrections', TEXT],
  ['en/corrections/2025.html', 'earlier corrections', TEXT],
  ['en/books.html', 'books', CLOSED],
  ['en/search.html', 'search', LIST],
  ['en/support.html', 'support', CLOSED],
  ['en/feeds.html', 'feeds page', LIST],
  ['en/verify.html', 'check of a copy', TEXT],
  ['en/mirrors.html', 'mirrors', CLOSED],
  ['en/reader.html', 'reader settings', { bytes: OVERHEAD_BYTES + SETTINGS_BYTES, text: 'main' }],
  ['en/newsletter/weekly.html', 'newsletter', TEXT],
  ['en/newsletter/weekly/2026-11-20.html', 'issue of a newsletter', CLOSED],
  ['en/newsletter/weekly/latest.html', 'issue of a newsletter', CLOSED],
  ['en/about.html', 'fixed page', { bytes: OVERHEAD_BYTES, text: 'article' }],
  ['en/old/address.html', 'former address', LIST],
  ['404.html', 'not found', { bytes: OVERHEAD_BYTES }],
  ['en/brief.xml', 'brief feed', { bytes: BRIEF_FEED_BYTES }],
  ['en/feed.xml', 'full feed', undefined],
  ['en/feed.json', 'full feed', undefined],
  ['en/tag/war.xml', 'list feed', undefined],
  ['media/0a.jpg', undefined, undefined],
])('%s is weighed as %s', (path, called, budget) => {
  expect(weightOf(path)?.called).toBe(called);
  expect(weightOf(path)?.budget).toEqual(budget);
});

test('every kind of page has a budget, and a name of its own for reports', () => {
  const pages = Object.values<PageKind>(PAGE_KINDS).filter(({ pattern }) =>
    pattern.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter(({ weight }) => weight === undefined)).toEqual([]);
  expect(pageNames()).toEqual(expect.arrayContaining(['section', 'tag, older', 'reader settings']));
  expect(pageNames().length).toBeGreaterThanOrEqual(pages.length);
});
