import { expect, test } from 'vitest';
import { buildAtom } from '../src/atom.ts';
import { buildJsonFeed } from '../src/json-feed.ts';
import { buildRss } from '../src/rss.ts';
import { buildSampleChannel, buildSampleItem } from './sample-feed.ts';
import { verifyFeed } from './verify-feed.ts';

const channel = buildSampleChannel();
const RSS = await buildRss(channel, [buildSampleItem()]);
const ATOM = buildAtom(channel, [buildSampleItem()]);
const JSON_FEED = buildJsonFeed(channel, [buildSampleItem()]);

/** The rules a document breaks after one change that must take effect. */
function breakFeed(document: string, from: string | RegExp, to: string): string[] {
  const broken = document.replace(from, () => to);
  expect(broken).not.toBe(document);
  return [...new Set(verifyFeed(broken).map(({ rule }) => rule))];
}

/** The first item or entry once more. */
function double(document: string, element: string): string {
  const [, item = ''] = new RegExp(`(<${element}>.*</${element}>)`).exec(document) ?? [];
  return document.replace(item, () => item + item);
}

test.each([
  ['SAXError', '</channel>', ''],
  ['SAXError', '&amp;', '&'],
  ['SAXError', 'xmlns:dc="http://purl.org/dc/elements/1.1/"', ''],
  ['IllegalCharacter', 'Паром', '\u0008'],
  ['NamespaceDeclaredTwice', '<item>', '<item xmlns:d="http://purl.org/dc/elements/1.1/">'],
  ['UndefinedElement', '<item>', '<item><body/>'],
  ['UndefinedElement', /rss/g, 'rdf'],
  ['UnexpectedText', '<item>', '<item>text'],
  ['AttributeNotAllowed', '<item>', '<item id="1">'],
  ['UnexpectedValue', 'version="2.0"', 'version="0.91"'],
  ['MissingElement', /<language>.*?<\/language>/, ''],
  ['MissingElement', /<atom:link[^>]*>/, ''],
  ['MissingElement', /<guid.*?<\/guid>/, ''],
  ['MissingElement', /<pubDate>.*?<\/pubDate>/, ''],
  ['DuplicateElement', '<item>', '<item><title>x</title>'],
  [
    'DuplicateElement',
    '<enclosure',
    '<enclosure url="https://a.example/" length="1" type="a/b"/><enclosure',
  ],
  ['NotBlank', '<dc:creator>Анна Берег<', '<dc:creator> <'],
  ['UnexpectedWhitespace', '<language>ru', '<language> ru'],
  ['InvalidLanguage', '<language>ru', '<language>russian_text'],
  ['ContainsHTML', '<description>Новости', '<description>&lt;b&gt;Новости'],
  ['InvalidRFC2822Date', 'Sun, 22 Nov 2026 06:00:00 GMT', '2026-11-22T06:00:00Z'],
  ['InvalidRFC2822Date', 'Sun, 22 Nov 2026 06:00:00 GMT', 'Mon, 22 Nov 2026 06:00:00 GMT'],
  ['InvalidRFC2822Date', 'Sun, 22 Nov 2026 06:00:00 GMT', 'Sun, 22 Nov 2026 06:00:00'],
  ['InvalidRFC3339Date', '2026-11-22T09:30:00.000Z', '2026-11-22T09:30:00'],
  ['InvalidTAG', '>tag:bereg.example,2026:', '>tag:bereg.example:'],
  ['UnexpectedValue', 'isPermaLink="false"', 'isPermaLink="true"'],
  ['InvalidFullLink', /<link>[^<]*ice.html/, '<link>/ru/ice.html'],
  ['MissingAttribute', 'length="10850"', ''],
  ['InvalidIntegerAttribute', 'length="10850"', 'length="0"'],
  ['InvalidMIMEType', 'type="image/jpeg"/>', 'type="jpeg"/>'],
  ['ContainsRelRef', /&lt;a href=&quot;[^&]*/, '&lt;a href=&quot;../about.html'],
  ['ContainsRelRef', '&lt;p&gt;', '&lt;img src=x&gt;'],
  ['ContainsRelRef', '&lt;p&gt;', '&lt;img srcset=&quot;https://a.example/1 1x, /2 2x&quot;&gt;'],
  ['ContainsRelRef', '&lt;p&gt;', '&lt;a href=&quot;//a.example/&quot;&gt;'],
  ['SecurityRisk', '&lt;p&gt;', '&lt;script&gt;'],
  ['SecurityRisk', '&lt;p&gt;', '&lt;p onclick=x&gt;'],
  ['SecurityRisk', '&lt;p&gt;', '&lt;p style=x&gt;'],
  ['ImageTitleDoesntMatch', /<image>(.*?)<title>/, '<image><url>https://a.example/</url><title>x'],
  ['ImageLinkDoesntMatch', /(?<=<image>.*<link>)[^<]*/, 'https://a.example/'],
])('RSS: %s after %s → %s', (rule, from, to) => {
  expect(breakFeed(RSS, from, to)).toContain(rule);
});

test('RSS: an id may stand once', () => {
  expect(verifyFeed(double(RSS, 'item')).map(({ rule }) => rule)).toEqual(['DuplicateGuid']);
});

test.each([
  ['MissingElement', /<author><name>Берег.*?<\/author>/, ''],
  ['MissingElement', /(?<=<entry>.*)<updated>.*?<\/updated>/, ''],
  ['MissingLink', /<link rel="self"[^>]*>/, ''],
  ['MissingLink', /(?<=<entry>.*)<link rel="alternate"[^>]*>/, ''],
  [
    'DuplicateLink',
    '<published>',
    '<link rel="alternate" href="https://a.example/" type="a/b"/><published>',
  ],
  ['InvalidRFC3339Date', '2026-11-22T06:00:00.000Z', 'Sun, 22 Nov 2026 06:00:00 GMT'],
  ['UpdatedBeforePublished', '2026-11-22T06:00:00.000Z', '2027-11-22T06:00:00.000Z'],
  ['InvalidFullLink', /<icon>[^<]*/, '<icon> '],
  ['InvalidLanguage', 'xml:lang="ru"', 'xml:lang="ru_"'],
  ['UnexpectedValue', '<content type="html"', '<content type="text/html"'],
  ['DuplicateEntries', /<id>[^<]*01JD[^<]*/, `<id>${channel.id}`],
  [
    'ContainsRelRef',
    'href="https://bereg.example/mirror/of/site/ru/about.html"',
    'href="about.html"',
  ],
])('Atom: %s after %s → %s', (rule, from, to) => {
  const document = rule === 'ContainsRelRef' ? ATOM.replaceAll('&quot;', '"') : ATOM;
  expect(breakFeed(document, from, to)).toContain(rule);
});

test.each([
  ['NotJson', '}', ''],
  ['UnexpectedValue', 'version/1.1', 'version/1'],
  ['MissingMember', '"title":', '"_title":'],
  ['UndefinedMember', '"tags":', '"categories":'],
  ['NotAList', /"tags":\[.*?\]/, '"tags":"a"'],
  ['NotAnObject', /"items":\[/, '"items":[null,'],
  ['InvalidInteger', '"size_in_bytes":10850', '"size_in_bytes":"10850"'],
  ['InvalidTAG', /"id":"tag:/, '"id":"'],
  ['NotBlank', /"summary":"[^"]*"/, '"summary":""'],
  ['NotText', /"content_html":/, '"content_html":1,"x":'],
  ['ContainsRelRef', /https:[^"]*about.html/, 'about.html'],
  ['IllegalCharacter', 'Первый', '\\u0007'],
  ['IllegalCharacter', 'Первый', '\\ud800'],
])('JSON Feed: %s after %s → %s', (rule, from, to) => {
  expect(breakFeed(JSON_FEED, from, to)).toContain(rule);
});

test('JSON Feed: an id may stand once', () => {
  const feed = JSON.parse(JSON_FEED) as { items: unknown[] };
  const twice = JSON.stringify({ ...feed, items: [feed.items[0], feed.items[0]] });
  expect(verifyFeed(twice).map(({ rule }) => rule)).toEqual(['DuplicateGuid']);
});

test.each(['null', '[]', '{}', '', 'no feed'])(
  '"%s" is no feed and brings no crash',
  (document) => {
    expect(verifyFeed(document)).not.toEqual([]);
  },
);

test('links that need no origin are no finding', () => {
  const item = {
    ...buildSampleItem(),
    contentHtml: '<p><a href="#n1">1</a> <a href="mailto:a@b.example">b</a></p>',
  };
  expect(verifyFeed(buildJsonFeed(channel, [item]))).toEqual([]);
});
