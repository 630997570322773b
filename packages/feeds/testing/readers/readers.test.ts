import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildAtom } from '../../src/atom.ts';
import { buildBrief } from '../../src/brief.ts';
import { buildJsonFeed } from '../../src/json-feed.ts';
import { buildRss } from '../../src/rss.ts';
import { escapeText } from '../../src/xml.ts';
import { requireReader } from '../require-reader.ts';
import { buildSampleChannel, buildSampleItem } from '../sample-feed.ts';
import { explainMissingFeedparser, readWithFeedparser } from './feedparser.ts';
import { readWithFeedsmith } from './feedsmith.ts';
import { explainMissingNewsboat, readWithNewsboat } from './newsboat.ts';
import { readWithRssParser } from './rss-parser.ts';

const NEWSBOAT = await explainMissingNewsboat();
const FEEDPARSER = await explainMissingFeedparser();

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamizdat-feeds-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, document: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, document);
  return path;
}

/** What every reader must make of the sample item; the enclosure where `image` is true. */
function expected(language: string, image: boolean) {
  const { id, title, url, contentHtml, image: lead } = buildSampleItem(language);
  const item = { id, title, url, published: '2026-11-22T06:00:00.000Z', content: contentHtml };
  if (!image || !lead) return item;
  return { ...item, enclosure: { url: lead.url, type: lead.type, length: lead.length } };
}

describe.each(['ru', 'en'])('in %s', (language) => {
  const channel = buildSampleChannel(language);
  const item = buildSampleItem(language);
  const [first, second] = item.authors;

  test('feedsmith reads RSS, Atom and JSON Feed', async () => {
    const feeds = [
      await buildRss(channel, [item]),
      buildAtom(channel, [item]),
      buildJsonFeed(channel, [item]),
    ];
    for (const document of feeds) {
      expect(readWithFeedsmith(document)).toEqual({
        title: channel.title,
        items: [{ ...expected(language, true), authors: [first, second] }],
      });
    }
  });

  test('rss-parser reads RSS and Atom', async () => {
    const items = [{ ...expected(language, true), authors: [first] }];
    const rss = await readWithRssParser(await buildRss(channel, [item]));
    expect(rss).toEqual({ title: channel.title, items });
    const atom = await readWithRssParser(buildAtom(channel, [item]));
    expect(atom.title).toBe(channel.title);
    expect(atom.items).toEqual([{ ...expected(language, false), authors: [first] }]);
  });

  test('newsboat reads RSS and Atom', async (context) => {
    requireReader(context, NEWSBOAT);
    const rss = await write('feed.xml', await buildRss(channel, [item]));
    const atom = await write('atom.xml', buildAtom(channel, [item]));
    expect(await readWithNewsboat(join(folder, 'a'), [`file://${rss}`])).toEqual([
      { ...expected(language, false), authors: [second] },
    ]);
    expect(await readWithNewsboat(join(folder, 'b'), [`file://${atom}`])).toEqual([
      { ...expected(language, false), authors: [item.authors.join(', ')] },
    ]);
  });

  test('feedparser reads RSS and Atom', async (context) => {
    requireReader(context, FEEDPARSER);
    const rss = await write('feed.xml', await buildRss(channel, [item]));
    const atom = await write('atom.xml', buildAtom(channel, [item]));
    const feeds = await readWithFeedparser([rss, atom]);
    const items = [{ ...expected(language, true), authors: [first, second] }];
    expect(feeds).toEqual([
      { title: channel.title, items },
      { title: channel.title, items },
    ]);
  });
});

describe('an item that a former system had in its feed', () => {
  const old = (guid: string) =>
    `<rss version="2.0"><channel><title>Old</title><link>https://old.example/</link><description>x</description><item><title>Old</title><link>https://old.example/2014/a/</link><guid isPermaLink="false">${escapeText(guid)}</guid><pubDate>Sun, 22 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>`;

  test.for([
    ['https://old.example/?p=12&a=<b>', 'rss', 1],
    ['https://old.example/?p=12', 'atom', 1],
    ['5f3c0a1b2d4e', 'rss', 1],
    [undefined, 'rss', 2],
  ] as const)('is new to nobody with its id: %j', async ([formerId, form, items], context) => {
    requireReader(context, NEWSBOAT);
    const guid = formerId ?? 'https://old.example/?p=12';
    const path = await write('feed.xml', old(guid));
    const home = join(folder, 'home');
    expect(await readWithNewsboat(home, [`file://${path}`])).toHaveLength(1);
    const item = { ...buildSampleItem(), ...(formerId !== undefined && { formerId }) };
    const channel = buildSampleChannel();
    await write(
      'feed.xml',
      form === 'atom' ? buildAtom(channel, [item]) : await buildRss(channel, [item]),
    );
    expect(await readWithNewsboat(home, [`file://${path}`])).toHaveLength(items);
  });

  test('has it in JSON, and in Atom where it is an address', async (context) => {
    const item = { ...buildSampleItem(), formerId: '5f3c 0a1b' };
    const channel = buildSampleChannel();
    expect(readWithFeedsmith(buildJsonFeed(channel, [item])).items[0]?.id).toBe('5f3c 0a1b');
    expect(readWithFeedsmith(buildAtom(channel, [item])).items[0]?.id).toBe(item.id);
    expect(readWithFeedsmith(await buildBrief(channel, [item])).items[0]?.id).toBe('5f3c 0a1b');
    requireReader(context, FEEDPARSER);
    const path = await write('feed.xml', await buildRss(channel, [item]));
    expect((await readWithFeedparser([path]))[0]?.items[0]?.id).toBe('5f3c 0a1b');
  });
});

test('the brief feed reads in all four, without full text', async (context) => {
  const channel = buildSampleChannel();
  const document = await buildBrief(channel, [buildSampleItem()]);
  const bare = { ...expected('ru', false), content: '', authors: [] };
  expect(readWithFeedsmith(document).items).toEqual([bare]);
  expect((await readWithRssParser(document)).items).toEqual([bare]);
  requireReader(context, NEWSBOAT);
  requireReader(context, FEEDPARSER);
  const path = await write('brief.xml', document);
  const [item] = await readWithNewsboat(join(folder, 'home'), [`file://${path}`]);
  expect(item?.title).toBe(bare.title);
  expect((await readWithFeedparser([path]))[0]?.items).toEqual([bare]);
});

/** A web server on a port of its own whose one feed can be exchanged. */
async function serve(document: string) {
  let current = document;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(current);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/feed.xml`,
    publish: (next: string) => {
      current = next;
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('an item that was updated is the same item in newsboat', async (context) => {
  requireReader(context, NEWSBOAT);
  const channel = buildSampleChannel();
  const server = await serve(await buildRss(channel, [buildSampleItem()]));
  const home = join(folder, 'home');
  await readWithNewsboat(home, [server.address]);
  const updated = {
    ...buildSampleItem(),
    title: 'Новый заголовок',
    updated: '2026-11-22T15:00:00+03:00',
  };
  server.publish(await buildRss(channel, [updated]));
  const items = await readWithNewsboat(home, [server.address]);
  await server.close();
  expect(items.map(({ id, title }) => [id, title])).toEqual([[updated.id, 'Новый заголовок']]);
});

test('after the origin moved nothing is there twice in newsboat', async (context) => {
  requireReader(context, NEWSBOAT);
  const home = join(folder, 'home');
  const before = await serve(await buildRss(buildSampleChannel(), [buildSampleItem()]));
  await readWithNewsboat(home, [before.address]);
  const origin = 'https://other.example';
  const moved = await buildRss(buildSampleChannel('ru', origin), [buildSampleItem('ru', origin)]);
  const after = await serve(moved);
  const fromBoth = await readWithNewsboat(home, [before.address, after.address]);
  const fromNew = await readWithNewsboat(home, [after.address]);
  await before.close();
  await after.close();
  expect(fromBoth.map(({ id }) => id)).toEqual([buildSampleItem().id]);
  expect(fromNew.map(({ id, url }) => [id, url])).toEqual([
    [buildSampleItem().id, 'https://other.example/ru/2026/11/22/ice.html'],
  ]);
});
