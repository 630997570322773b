import { expect, test } from 'vitest';
import { buildAtom } from './atom.ts';
import { readWithFeedsmith } from '../testing/readers/feedsmith.ts';
import {
  buildBareChannel,
  buildBareItem,
  buildSampleChannel,
  buildSampleItem,
} from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';

const channel = { ...buildSampleChannel(), self: 'https://bereg.example/ru/atom.xml' };

test('a full item breaks no rule and reads back', () => {
  const document = buildAtom(channel, [buildSampleItem()]);
  const { id, title, url, contentHtml, authors, image } = buildSampleItem();
  expect(verifyFeed(document)).toEqual([]);
  expect(readWithFeedsmith(document)).toEqual({
    title: channel.title,
    items: [
      {
        id,
        title,
        url,
        published: '2026-11-22T06:00:00.000Z',
        content: contentHtml,
        authors,
        enclosure: { url: image?.url, type: 'image/jpeg', length: 10_850 },
      },
    ],
  });
});

test('an entry that never changed is as new as its publication', () => {
  const document = buildAtom(channel, [buildBareItem()]);
  expect(document).toContain('<updated>2026-11-22T06:00:00.000Z</updated>');
  expect(verifyFeed(document)).toEqual([]);
});

test('an entry may lack everything that is optional', () => {
  const document = buildAtom(buildBareChannel(), [buildBareItem()]);
  expect(verifyFeed(document)).toEqual([]);
});

test('an entry in another language than the feed says so', () => {
  expect(buildAtom(channel, [buildSampleItem('en')])).toContain('<entry xml:lang="en">');
});
