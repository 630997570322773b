import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildBrief } from './brief.ts';
import { readWithFeedsmith } from '../testing/readers/feedsmith.ts';
import { buildSampleChannel, buildSampleItem, buildSampleItems } from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';

/** Text that gzip cannot shrink: pseudo-random letters, the same on every run. */
function buildNoise(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x0410 + (state % 64));
  }).join('');
}

/** For each item whether it has a standfirst. */
function listSummaries(document: string): boolean[] {
  const items = document.split('<item>').slice(1);
  return items.map((item) => item.includes('<description>'));
}

test('the newest 15, title and standfirst only', async () => {
  const items = buildSampleItems(20);
  const document = await buildBrief(buildSampleChannel(), items.toReversed());
  expect(verifyFeed(document)).toEqual([]);
  expect(readWithFeedsmith(document).items.map(({ title }) => title)).toEqual(
    items.slice(0, 15).map(({ title }) => title),
  );
  expect(document).toContain('Паромы стоят');
});

test('full text, names, tags and pictures are left to the full feed', async () => {
  const document = await buildBrief(buildSampleChannel(), [buildSampleItem()]);
  expect(document).not.toMatch(/content:encoded>|dc:creator|category|enclosure|media:content/);
});

test('items of one moment stand in the order of their ids', async () => {
  const items = ['b', 'a', 'c'].map((id) => ({
    ...buildSampleItem(),
    id: `tag:a.example,2026:${id}`,
  }));
  const { items: read } = readWithFeedsmith(await buildBrief(buildSampleChannel(), items));
  expect(read.map(({ id }) => id.slice(-1))).toEqual(['a', 'b', 'c']);
});

test('the longest titles and standfirsts of an article fit without loss', async () => {
  const items = buildSampleItems(15).map((item, index) => ({
    ...item,
    title: buildNoise(110, index),
    summary: buildNoise(300, index + 100),
  }));
  const document = await buildBrief(buildSampleChannel(), items);
  expect(listSummaries(document)).toEqual(items.map(() => true));
});

test('where it is too much, the oldest standfirsts go first', async () => {
  const items = buildSampleItems(15).map((item, index) => ({
    ...item,
    summary: buildNoise(900, index),
  }));
  const document = await buildBrief(buildSampleChannel(), items);
  expect(gzipSync(document).length).toBeLessThanOrEqual(10_000);
  const kept = listSummaries(document);
  const last = kept.lastIndexOf(true);
  expect(last).toBeGreaterThan(3);
  expect(last).toBeLessThan(14);
  expect(kept).toEqual(items.map((_, index) => index <= last));
});

test('then the oldest items', async () => {
  const items = buildSampleItems(15).map((item, index) => ({
    ...item,
    title: buildNoise(1500, index),
  }));
  const document = await buildBrief(buildSampleChannel(), items);
  expect(gzipSync(document).length).toBeLessThanOrEqual(10_000);
  const titles = readWithFeedsmith(document).items.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual(items.slice(0, titles.length).map(({ title }) => title));
});
