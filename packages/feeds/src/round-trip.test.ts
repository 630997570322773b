import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { buildAtom } from './atom.ts';
import { buildJsonFeed } from './json-feed.ts';
import { buildSampleChannel, buildSampleItem } from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';
import { parseXmlTree } from '../testing/xml-tree.ts';
import type { XmlElement } from '../testing/xml-tree.ts';
import { buildLegalText } from './legal-text.ts';
import type { FeedItem } from './model.ts';
import { buildRss } from './rss.ts';

const channel = buildSampleChannel();

/** Pieces that writers of XML get wrong, between any UTF-16 at all, lone surrogates included. */
const hostile = fc.constantFrom(
  ...[']]>', '<![CDATA[', '&amp;', '&apos;', '&', '<b>', '<!--', '-->', '<slot n="1"/>', '"', "'"],
  ...['\0', '\u000B', '\uFFFE', '\uD800', '\uDFFF', '\r\n', '\r', '\t', '\u0085', '\u2028'],
  ...['😀', '👩🏽‍🚀', 'שלום', '\u202E', 'Ё', '007', '1e3', ' ', '$&', '$1'],
);
const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));
/** Text that is there: an item whose title is white space has none. */
const visibleText = anyText.map((text) => `x${text}`);

const anyItem = fc
  .record({
    title: visibleText,
    summary: fc.oneof(fc.constant(''), anyText),
    contentHtml: visibleText,
    authors: fc.array(visibleText, { maxLength: 3 }),
    categories: fc.array(visibleText, { maxLength: 3 }),
    alt: visibleText,
    credit: visibleText,
  })
  .map(({ alt, credit, ...texts }): FeedItem => {
    const { image, ...item } = buildSampleItem();
    return { ...item, ...texts, ...(image && { image: { ...image, alt, credit } }) };
  });

function listTexts(element: XmlElement, name: string): string[] {
  const own = element.name === name ? [element.text] : [];
  return [...own, ...element.children.flatMap((child) => listTexts(child, name))];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Findings about characters, form and names: what a text may not bring about, whatever it says. */
function listBreaches(document: string): string[] {
  const rules = new Set(['SAXError', 'IllegalCharacter', 'NotJson', 'UndefinedElement']);
  return verifyFeed(document).flatMap(({ rule, found }) => (rules.has(rule) ? [found] : []));
}

test('any text in RSS is well-formed and reads back', async () => {
  await fc.assert(
    fc.asyncProperty(anyItem, async (item) => {
      const document = await buildRss(channel, [item]);
      const [rss] = parseXmlTree(document).root.children;
      if (!rss) throw new Error('The document has no channel.');
      expect(listBreaches(document)).toEqual([]);
      expect(listTexts(rss, 'title').at(-1)).toBe(buildLegalText(item.title));
      expect(listTexts(rss, 'content:encoded')).toEqual([buildLegalText(item.contentHtml)]);
      expect(listTexts(rss, 'dc:creator')).toEqual(item.authors.map(buildLegalText));
      expect(listTexts(rss, 'category')).toEqual(item.categories.map(buildLegalText));
      expect(listTexts(rss, 'media:description')).toEqual([buildLegalText(item.image?.alt ?? '')]);
      expect(listTexts(rss, 'media:credit')).toEqual([buildLegalText(item.image?.credit ?? '')]);
      const summary = item.summary === '' ? [] : [escapeHtml(buildLegalText(item.summary))];
      expect(listTexts(rss, 'description').slice(1)).toEqual(summary);
    }),
  );
});

test('any text in Atom is well-formed and reads back', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const document = buildAtom(channel, [item]);
      const { root } = parseXmlTree(document);
      const [entry] = root.children.filter(({ name }) => name === 'atom:entry');
      if (!entry) throw new Error('The document has no entry.');
      expect(listBreaches(document)).toEqual([]);
      expect(listTexts(entry, 'atom:title')).toEqual([buildLegalText(item.title)]);
      expect(listTexts(entry, 'atom:content')).toEqual([buildLegalText(item.contentHtml)]);
      expect(listTexts(entry, 'atom:name')).toEqual(item.authors.map(buildLegalText));
      const terms = entry.children.flatMap(({ attributes }) => attributes.get('term') ?? []);
      expect(terms).toEqual(item.categories.map(buildLegalText));
    }),
  );
});

test('any text in JSON Feed is valid JSON and reads back', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const document = buildJsonFeed(channel, [item]);
      const feed = JSON.parse(document) as { items: Record<string, unknown>[] };
      expect(listBreaches(document)).toEqual([]);
      expect(feed.items[0]).toMatchObject({
        title: buildLegalText(item.title),
        content_html: buildLegalText(item.contentHtml),
      });
    }),
  );
});

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('the bytes are the same in every time zone', async () => {
  const documents = [];
  for (const name of ['Pacific/Auckland', 'America/St_Johns', 'UTC']) {
    process.env['TZ'] = name;
    const items = [buildSampleItem()];
    documents.push([
      await buildRss(channel, items),
      buildAtom(channel, items),
      buildJsonFeed(channel, items),
    ]);
  }
  expect(documents[1]).toEqual(documents[0]);
  expect(documents[2]).toEqual(documents[0]);
});
