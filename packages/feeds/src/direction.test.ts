import { expect, test } from 'vitest';
import { buildAtom } from './atom.ts';
import { buildBrief } from './brief.ts';
import { buildSampleChannel, buildSampleItem } from '../testing/sample-feed.ts';
import { verifyFeed } from '../testing/verify-feed.ts';
import { buildJsonFeed } from './json-feed.ts';
import { buildRss } from './rss.ts';

const channel = { ...buildSampleChannel(), language: 'ar' };
const item = {
  ...buildSampleItem(),
  language: 'ar',
  direction: 'rtl' as const,
  title: 'BBC: الجسر مغلق',
  summary: 'الجسر مغلق & BBC',
  contentHtml: '<p>BBC: الجسر مغلق.</p>',
};
const content = '<div dir="rtl" lang="ar"><p>BBC: الجسر مغلق.</p></div>';
const escaped = content.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('every format says that an item runs from right to left', async () => {
  const rss = await buildRss(channel, [item]);
  const atom = buildAtom(channel, [item]);
  const json = buildJsonFeed(channel, [item]);
  const parsed = JSON.parse(json) as { items: Record<string, string>[] };
  expect(rss.replaceAll('&quot;', '"')).toContain(escaped);
  expect(atom).toContain(escaped);
  expect(parsed.items[0]).toMatchObject({
    content_html: content,
    title: '\u200FBBC: الجسر مغلق',
    summary: item.summary,
  });
  for (const document of [rss, atom])
    expect(document).toContain('<title>\u200FBBC: الجسر مغلق</title>');
  for (const document of [rss, atom, json]) expect(verifyFeed(document)).toEqual([]);
});

test('a brief feed says it of the standfirst', async () => {
  const brief = (await buildBrief(channel, [item])).replaceAll('&quot;', '"');
  expect(brief).toContain('&lt;div dir="rtl" lang="ar"&gt;الجسر مغلق &amp;amp; BBC&lt;/div&gt;');
});

test('an item from left to right stays as it is', async () => {
  const plain = buildSampleItem();
  const told = { ...plain, direction: 'ltr' as const };
  const own = buildSampleChannel();
  expect(await buildRss(own, [told])).toBe(await buildRss(own, [plain]));
  expect(buildAtom(own, [told])).toBe(buildAtom(own, [plain]));
  expect(buildJsonFeed(own, [told])).toBe(buildJsonFeed(own, [plain]));
});
