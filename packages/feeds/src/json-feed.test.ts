import { expect, test } from 'vitest';
import { buildJsonFeed } from './json-feed.ts';
import {
  buildBareChannel,
  buildBareItem,
  buildSampleChannel,
  buildSampleItem,
} from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';

const channel = { ...buildSampleChannel(), self: 'https://bereg.example/ru/feed.json' };

test('a full item breaks no rule', () => {
  expect(verifyFeed(buildJsonFeed(channel, [buildSampleItem()]))).toEqual([]);
});

test('an item that lacks everything optional breaks no rule, nor does a feed without items', () => {
  expect(verifyFeed(buildJsonFeed(buildBareChannel(), [buildBareItem()]))).toEqual([]);
  expect(verifyFeed(buildJsonFeed(buildBareChannel(), []))).toEqual([]);
});

test('the members are those of JSON Feed 1.1', () => {
  const { contentHtml, ...item } = buildSampleItem();
  const feed = JSON.parse(buildJsonFeed(channel, [buildSampleItem()])) as { items: unknown[] };
  expect(feed).toMatchObject({ home_page_url: channel.home, feed_url: channel.self });
  expect(feed.items[0]).toEqual({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_html: contentHtml,
    date_published: '2026-11-22T06:00:00.000Z',
    date_modified: '2026-11-22T09:30:00.000Z',
    authors: [{ name: 'Анна Берег' }, { name: 'Илья Морозов' }],
    tags: item.categories,
    language: 'ru',
    image: item.image?.url,
    attachments: [{ url: item.image?.url, mime_type: 'image/jpeg', size_in_bytes: 10_850 }],
  });
});
