import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  explainMissingFeedparser,
  explainMissingNewsboat,
  readWithFeedparser,
  readWithFeedsmith,
  readWithNewsboat,
  readWithRssParser,
  requireReader,
  verifyCatalogue,
  verifyFeed,
} from '@tamizdat/feeds/testing';
import type { ReadItem } from '@tamizdat/feeds/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distFolder, listBuilt, readBuilt } from './site/built-site.ts';
import { isFollowed, readWrittenArticles, readWrittenOutlet } from './site/written-articles.ts';
import type { WrittenArticle } from './site/written-articles.ts';

const HOURS_48_MS = 48 * 3_600_000;

const outlet = readWrittenOutlet();
const articles = readWrittenArticles();
const now = Date.parse(process.env['TAMIZDAT_NOW'] ?? new Date().toISOString());
const LANGUAGES = outlet.languages.map(({ code }) => code);
const XML_FEEDS = listBuilt('{*,*/section,*/tag,*/author}/*.xml').filter(
  (file) =>
    LANGUAGES.includes(file.split('/')[0] ?? '') &&
    !/^[^/]+\/(?:opensearch|books)\.xml$/.test(file),
);
/** Catalogues of books. */
const CATALOGUES = LANGUAGES.map((lang) => `${lang}/books.xml`);
/** Feeds of newsletters hold issues, not articles. */
const NEWSLETTER_FEEDS = listBuilt('*/newsletter/*.xml');
const FEEDS = [...XML_FEEDS, ...listBuilt('*/feed.json')];

function tagUri({ id }: WrittenArticle): string {
  return `tag:${outlet.tagAuthority.domain},${outlet.tagAuthority.date}:${id}`;
}

function compareNewestFirst(a: WrittenArticle, b: WrittenArticle): number {
  return Date.parse(b.publishedAt ?? '') - Date.parse(a.publishedAt ?? '');
}

/** What a feed's name says it is about. */
function isAbout(file: string, article: WrittenArticle): boolean {
  const [lang, kind = '', name] = file.split('/');
  const id = path.basename(name ?? '', '.xml');
  if (article.lang !== lang) return false;
  if (kind === 'section') return article.section === id;
  if (kind === 'tag') return article.tags.includes(id);
  return kind === 'author' ? article.authors.includes(id) : true;
}

/** All that a feed may carry, newest first. */
function listAllowed(file: string): WrittenArticle[] {
  return articles
    .filter((article) => isAbout(file, article) && isFollowed(article, now))
    .sort(compareNewestFirst);
}

function countRequired(file: string, allowed: WrittenArticle[]): number {
  const minimum = /\/(?:tag|author)\//.test(file) ? 5 : 10;
  const recent = allowed.filter(
    ({ publishedAt = '' }) => Date.parse(publishedAt) > now - HOURS_48_MS,
  );
  return Math.max(recent.length, Math.min(minimum, allowed.length));
}

/** What all readers keep of an item. */
function strip({ id, title, url, published, content }: ReadItem) {
  return { id, title, url, published, content };
}

/** The same with the words of the text alone. */
function stripHtml(item: ReadItem) {
  const words = item.content.replace(/<[^>]*>|&[#\w]+;|[\s<>&"'\u00A0]/g, '');
  return { ...strip(item), content: words };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function listFeedLinks(html: string): string[] {
  return [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([link]) => link)
    .filter((link) => /application\/(?:rss\+xml|atom\+xml|feed\+json)/.test(link))
    .map((link) => /\shref="?([^"\s>]+)/.exec(link)?.[1] ?? '');
}

/** The file a link means. Links of `404.html` are absolute, because nobody knows where it is shown. */
function resolveInTree(href: string, page: string): string {
  const base = outlet.origin.endsWith('/') ? outlet.origin : `${outlet.origin}/`;
  const { href: target } = new URL(href, base + page);
  return target.startsWith(base) ? target.slice(base.length) : target;
}

const isBrief = (file: string) => file.endsWith('/brief.xml');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'tamizdat-newsboat-'));
});
afterAll(() => rm(home, { recursive: true }));

describe('the feeds of the built site', () => {
  test('every language has its four, and there are feeds of sections, tags and authors', () => {
    const four = ['atom.xml', 'brief.xml', 'feed.json', 'feed.xml'];
    for (const lang of LANGUAGES) {
      expect(FEEDS.filter((file) => path.dirname(file) === lang).sort()).toEqual(
        four.map((name) => `${lang}/${name}`),
      );
      const listed = articles.filter(
        (article) =>
          article.status === 'ready' && article.lang === lang && isFollowed(article, now),
      );
      const wanted = listed.flatMap(({ section, tags, authors }) => [
        `${lang}/section/${section}.xml`,
        ...tags.map((tag) => `${lang}/tag/${tag}.xml`),
        ...authors.map((author) => `${lang}/author/${author}.xml`),
      ]);
      expect(FEEDS).toEqual(expect.arrayContaining(wanted));
    }
  });

  test('there is one of each newsletter', () => {
    expect(NEWSLETTER_FEEDS).toHaveLength(outlet.newsletters.length);
  });

  test.each([...FEEDS, ...NEWSLETTER_FEEDS])('%s breaks no rule', (file) => {
    expect(verifyFeed(readBuilt(file))).toEqual([]);
  });

  test.each(CATALOGUES)('%s breaks no rule, and lists the books that there are', (file) => {
    const text = readBuilt(file);
    expect(verifyCatalogue(text)).toEqual([]);
    const listed = [...text.matchAll(/href="([^"]*\.epub)"/g)].map(([, address]) => address);
    const books = listBuilt(file.replace('.xml', '/*.epub'));
    expect(books.length).toBeGreaterThan(0);
    expect(listed.sort()).toEqual(books.map((book) => new URL(book, outlet.origin).href).sort());
  });

  test.each(FEEDS.filter((file) => !isBrief(file)))(
    '%s carries everything recent and the minimum, newest first, and nothing else',
    (file) => {
      const read = readWithFeedsmith(readBuilt(file)).items;
      const allowed = listAllowed(file);
      expect(read.length).toBeGreaterThanOrEqual(countRequired(file, allowed));
      // In order of time; two of one moment may stand either way.
      const dates = read.map(({ published }) => Date.parse(published));
      expect(dates).toEqual(
        allowed.slice(0, read.length).map(({ publishedAt = '' }) => Date.parse(publishedAt)),
      );
      expect(read.map(({ id }) => id).sort()).toEqual(
        allowed.slice(0, read.length).map(tagUri).sort(),
      );
    },
  );

  test.each(FEEDS.filter((file) => !isBrief(file)))('%s has full text in every item', (file) => {
    for (const { content, url } of readWithFeedsmith(readBuilt(file)).items) {
      expect(content.length, url).toBeGreaterThan(50);
    }
  });

  test.each(FEEDS.filter(isBrief))('%s holds at most 15 and crosses a freezing line', (file) => {
    const document = readBuilt(file);
    const { items } = readWithFeedsmith(document);
    const wanted = listAllowed(file).slice(0, 15).map(tagUri);
    expect(items.map(({ id }) => id).sort()).toEqual(wanted.sort());
    expect(items.every(({ content }) => content === '')).toBe(true);
    expect(gzipSync(document).length).toBeLessThanOrEqual(10_000);
  });
});

describe('identity', () => {
  test.each(LANGUAGES)('in %s one article has one id and one address in all feeds', (lang) => {
    const seen = new Map<string, Set<string>>();
    for (const file of FEEDS.filter((name) => name.startsWith(`${lang}/`))) {
      const { items } = readWithFeedsmith(readBuilt(file));
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const { id, url } of items) seen.set(id, (seen.get(id) ?? new Set()).add(url));
    }
    for (const article of listAllowed(`${lang}/feed.xml`)) {
      const urls = seen.get(tagUri(article));
      if (urls) expect([...urls]).toEqual([`${outlet.origin.replace(/\/$/, '')}/${article.page}`]);
    }
  });

  test('every address of an item is a page of this tree', () => {
    const pages = new Set(listBuilt('**/*.html'));
    const base = `${outlet.origin.replace(/\/$/, '')}/`;
    const missing = FEEDS.flatMap((file) => readWithFeedsmith(readBuilt(file)).items)
      .map(({ url }) => url)
      .filter((url) => !url.startsWith(base) || !pages.has(url.slice(base.length)));
    expect(missing).toEqual([]);
  });

  test('every enclosure is a file of this tree, of the size it says', () => {
    const base = `${outlet.origin.replace(/\/$/, '')}/`;
    const enclosures = FEEDS.flatMap((file) => readWithFeedsmith(readBuilt(file)).items).flatMap(
      ({ enclosure }) => enclosure ?? [],
    );
    expect(enclosures.length).toBeGreaterThan(0);
    for (const { url, length } of enclosures) {
      expect(url.startsWith(base), url).toBe(true);
      expect(statSync(path.join(distFolder, url.slice(base.length))).size, url).toBe(length);
    }
  });

  test('drafts, embargoed and removed articles leave no trace in any feed', () => {
    const hidden = articles.filter((article) => !isFollowed(article, now));
    const documents = FEEDS.map(readBuilt);
    const found = hidden.filter(({ id, page }) =>
      documents.some((document) => document.includes(`:${id}`) || document.includes(page)),
    );
    expect(found.map(({ page }) => page)).toEqual([]);
  });

  test('corrections stand in the full text', () => {
    const texts = FEEDS.filter((file) => !isBrief(file)).map(
      (file) => readWithFeedsmith(readBuilt(file)).items,
    );
    for (const article of articles.filter(({ status }) => status === 'ready')) {
      const copies = texts.flat().filter(({ id }) => id === tagUri(article));
      for (const { text } of article.corrections) {
        const start = text.split(/[&<>"'«»“”]/)[0] ?? '';
        // Where no line may end, the kit puts another space.
        for (const { content } of copies)
          expect(content.replaceAll('\u00a0', ' ')).toContain(start.replaceAll('\u00a0', ' '));
      }
    }
  });
});

test('every entry of a live blog says its day, its hour and the zone', () => {
  const live = new Set(articles.filter(({ kind }) => kind === 'live').map(tagUri));
  const copies = FEEDS.filter((file) => !isBrief(file))
    .flatMap((file) => readWithFeedsmith(readBuilt(file)).items)
    .filter(({ id }) => live.has(id));
  const times = copies.flatMap(({ content }) =>
    [...content.matchAll(/<\/h2><p><small>([^<]*)/g)].map(([, time]) => time),
  );
  expect(times.length).toBeGreaterThan(0);
  expect(times.filter((time) => !/\d{4}.*\d{2}:\d{2} \(UTC\+\d/.test(time ?? ''))).toEqual([]);
});

describe('feed readers', () => {
  test('feedsmith and rss-parser find the same in every RSS and Atom feed', async () => {
    for (const file of XML_FEEDS) {
      const document = readBuilt(file);
      const mine = readWithFeedsmith(document);
      const { title, items } = await readWithRssParser(document);
      expect(title, file).toBe(mine.title);
      expect(items.map(strip), file).toEqual(mine.items.map(strip));
    }
  });

  test('newsboat finds the same', async (context) => {
    requireReader(context, await explainMissingNewsboat());
    for (const [index, file] of XML_FEEDS.entries()) {
      const address = pathToFileURL(path.join(distFolder, file)).href;
      const items = await readWithNewsboat(path.join(home, String(index)), [address]);
      const mine = readWithFeedsmith(readBuilt(file)).items;
      const wanted = mine.map((item) =>
        isBrief(file) ? { ...strip(item), content: '' } : strip(item),
      );
      const got = items.map((item) =>
        isBrief(file) ? { ...strip(item), content: '' } : strip(item),
      );
      expect(got.sort(byId), file).toEqual(wanted.sort(byId));
    }
  });

  test('feedparser finds the same', async (context) => {
    requireReader(context, await explainMissingFeedparser());
    const feeds = await readWithFeedparser(XML_FEEDS.map((file) => path.join(distFolder, file)));
    for (const [index, file] of XML_FEEDS.entries()) {
      const mine = readWithFeedsmith(readBuilt(file));
      const read = feeds[index];
      expect(read?.title, file).toBe(mine.title);
      // It rewrites HTML, so the text alone is compared.
      expect(read?.items.map(stripHtml), file).toEqual(mine.items.map(stripHtml));
    }
  });

  test('newsboat that follows everything holds every article once', async (context) => {
    requireReader(context, await explainMissingNewsboat());
    const addresses = XML_FEEDS.map((file) => pathToFileURL(path.join(distFolder, file)).href);
    const items = await readWithNewsboat(path.join(home, 'all'), addresses);
    const ids = items.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('autodiscovery', () => {
  test('every page links its language’s feed, and only feeds that are there', () => {
    const known = new Set([...FEEDS, ...NEWSLETTER_FEEDS]);
    const wrong = listBuilt('**/*.html').flatMap((page) => {
      const html = readBuilt(page);
      const lang = /<html[^>]*\slang="?([\w-]+)/.exec(html)?.[1] ?? '';
      const found = listFeedLinks(html).map((href) => resolveInTree(href, page));
      const broken = found.filter((file) => !known.has(file)).map((file) => `${page} → ${file}`);
      return found.includes(`${lang}/feed.xml`)
        ? broken
        : [...broken, `${page} lacks ${lang}/feed.xml`];
    });
    expect(wrong).toEqual([]);
  });
});
