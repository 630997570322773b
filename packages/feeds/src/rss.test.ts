import { expect, test } from 'vitest';
import { parseXmlTree } from '../testing/xml-tree.ts';
import type { XmlElement } from '../testing/xml-tree.ts';
import {
  buildBareChannel,
  buildBareItem,
  buildSampleChannel,
  buildSampleItem,
} from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';
import { buildRss } from './rss.ts';

function list(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

async function read(channel = buildSampleChannel(), items = [buildSampleItem()]) {
  const document = await buildRss(channel, items);
  const parsed = parseXmlTree(document);
  const [root] = list(parsed.root, 'channel');
  const texts = (name: string) => list(list(root, 'item')[0], name).map(({ text }) => text);
  return { document, channel: root, item: list(root, 'item')[0], texts };
}

test('a full item breaks no rule', async () => {
  const { document } = await read();
  expect(verifyFeed(document)).toEqual([]);
});

test('addresses come out as they went in', async () => {
  const { channel, texts } = await read(buildSampleChannel(), [
    { ...buildSampleItem(), url: 'https://bereg.example/sub//path/index.html' },
  ]);
  expect(list(channel, 'link')[0]?.text).toBe('https://bereg.example/mirror/of/site/ru/index.html');
  expect(texts('link')).toEqual(['https://bereg.example/sub//path/index.html']);
});

test('the id stands as a guid that is no link, once', async () => {
  const { item, texts } = await read();
  expect(texts('guid')).toEqual([buildSampleItem().id]);
  expect(list(item, 'guid')[0]?.attributes.get('isPermaLink')).toBe('false');
});

test('dates are of the publication, in GMT', async () => {
  const { channel, texts } = await read();
  expect(texts('pubDate')).toEqual(['Sun, 22 Nov 2026 06:00:00 GMT']);
  expect(texts('atom:updated')).toEqual(['2026-11-22T09:30:00.000Z']);
  expect(list(channel, 'lastBuildDate')[0]?.text).toBe('Sun, 22 Nov 2026 09:30:00 GMT');
});

test('names that look like numbers or have spaces around stay as they are', async () => {
  const names = ['007', '1e3', '0x10', ' 1.50 ', 'true', '<slot n="0"/>'];
  const image = { url: 'https://a.example/a.jpg', type: 'image/jpeg', length: 1 };
  const { texts, item } = await read(buildSampleChannel(), [
    {
      ...buildSampleItem(),
      authors: names,
      categories: names,
      image: { ...image, width: 1, height: 1, alt: '010', credit: '1.0' },
    },
  ]);
  expect(texts('dc:creator')).toEqual(names);
  expect(texts('category')).toEqual(names);
  expect(list(item, 'media:content')[0]?.children.map(({ text }) => text)).toEqual(['010', '1.0']);
});

test('the standfirst is text, and readers take a description for HTML', async () => {
  const { texts } = await read(buildSampleChannel(), [
    { ...buildSampleItem(), summary: 'AT&T: 1 < 2 <b>' },
  ]);
  expect(texts('description')).toEqual(['AT&amp;T: 1 &lt; 2 &lt;b&gt;']);
});

test('an item in another language than the channel says so', async () => {
  const { texts } = await read(buildSampleChannel('en'), [buildSampleItem('ru')]);
  expect(texts('dc:language')).toEqual(['ru']);
  expect((await read()).texts('dc:language')).toEqual([]);
});

test('an item may lack everything that is optional', async () => {
  const { document, item: written } = await read(buildBareChannel(), [buildBareItem()]);
  expect(verifyFeed(document)).toEqual([]);
  expect(written?.children.map(({ name }) => name)).toEqual([
    'title',
    'link',
    'guid',
    'pubDate',
    'content:encoded',
  ]);
});

test('a channel without items is a feed, too', async () => {
  expect(verifyFeed(await buildRss(buildSampleChannel(), []))).toEqual([]);
});

test('a decorative image without a maker has neither description nor credit', async () => {
  const { image, ...item } = buildSampleItem();
  const bare = { ...item, ...(image && { image: { ...image, alt: '', credit: '' } }) };
  const { document, item: written } = await read(buildSampleChannel(), [bare]);
  expect(list(written, 'media:content')[0]?.children).toEqual([]);
  expect(verifyFeed(document)).toEqual([]);
});

test('an icon that RSS does not allow for a channel is left out', async () => {
  const { channel } = await read({ ...buildSampleChannel(), icon: 'https://a.example/icon.svg' });
  expect(list(channel, 'image')).toEqual([]);
});
