import { describe, expect, test } from 'vitest';
import { checkJsonText } from './check-json.ts';
import { checkXml } from './check-xml.ts';

const escape = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const QUOTED = '<p>Write <code>&lt;a href="/"&gt;</code>, or src="/a.jpg"</p>';
const LINKED =
  '<p><a href="https://x.test/">a</a> <img srcset="https://x.test/a 1x, /b.jpg 2x"></p>';

const rss = (description: string, encoded = ''): string =>
  `<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><description>${description}</description><c:encoded>${encoded}</c:encoded></item></channel></rss>`;
const atom = (content: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>&lt;a href="/"&gt;</title><entry>${content}</entry></feed>`;

const found = (xml: string) =>
  checkXml(xml).map(({ code, found: what }) => `${code} ${what ?? ''}`);

describe('what a text quotes is text', () => {
  test.each([
    ['in RSS, escaped', rss(escape(QUOTED), escape(QUOTED))],
    ['in RSS, as CDATA', rss(`<![CDATA[${QUOTED}]]>`, `<![CDATA[${QUOTED}]]>`)],
    ['in a title', atom('')],
    ['in Atom', atom(`<content type="html">${escape(QUOTED)}</content>`)],
    ['in Atom’s plain text', atom('<summary>&lt;a href="/"&gt;</summary>')],
    [
      'in XHTML',
      atom(
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${QUOTED}</div></content>`,
      ),
    ],
    ['in an id that is no address', '<rss><guid isPermaLink="false">article-7</guid></rss>'],
    [
      'in Atom’s empty link',
      atom('<link href="https://x.test/a.html"/><id>tag:x.test,2026:7</id>'),
    ],
    ['in a comment', '<rss><!-- <link>/x</link> --></rss>'],
  ])('%s', (_, xml) => {
    expect(checkXml(xml)).toEqual([]);
  });
  test('in JSON', () => {
    expect(checkJsonText(JSON.stringify({ items: [{ content_html: QUOTED }] }), 0)).toEqual([]);
  });
});

describe('addresses without a host are found', () => {
  test.each([
    ['in RSS', rss(escape(LINKED))],
    ['in its full text', rss('', escape(LINKED))],
    ['in CDATA', rss(`<![CDATA[${LINKED}]]>`)],
    ['in references by number', rss('&#60;a href=&#39;/b.jpg&#39;&#62;')],
    ['in Atom', atom(`<content type="html">${escape(LINKED)}</content>`)],
    ['in XHTML', atom('<content type="xhtml"><i src="/b.jpg"/></content>')],
    ['in a link', '<rss><link>\n/b.jpg</link></rss>'],
    ['in an enclosure', '<rss><enclosure url="/b.jpg"/></rss>'],
  ])('%s', (_, xml) => {
    expect(found(xml)).toEqual(['link-root-absolute /b.jpg']);
  });
  test.each([
    [
      'in HTML',
      rss(escape('<a href="en/x.html">a</a> <a href="mailto:a@x.test">b</a>')),
      'en/x.html',
    ],
    ['in HTML, of one name', atom('<content type="html">&lt;a href="x.html"></content>'), 'x.html'],
    ['in HTML, from above', rss('<![CDATA[<img src="../a.jpg">]]>'), '../a.jpg'],
    ['in HTML, of a place', rss('<![CDATA[<a href="#n-1">1</a>]]>'), '#n-1'],
    ['in HTML, of a query', rss('<![CDATA[<a href="?a=1">1</a>]]>'), '?a=1'],
    ['in XHTML', atom('<content type="xhtml"><a href="x.html"/></content>'), 'x.html'],
    [
      'in XHTML, of a film',
      atom('<content type="xhtml"><video poster="a.jpg"/></content>'),
      'a.jpg',
    ],
    ['in a link', '<rss><link>en/x.html</link></rss>', 'en/x.html'],
    ['in a guid', '<rss><guid>en/x.html</guid></rss>', 'en/x.html'],
    ['in Atom’s link', atom('<link href="en/x.html"/>'), 'en/x.html'],
    [
      'in a base',
      '<feed xml:base="/" xmlns="http://www.w3.org/2005/Atom"><link href="./"/></feed>',
      './',
    ],
    ['in a sitemap', '<urlset><url><loc>en/x.html</loc></url></urlset>', 'en/x.html'],
    ['in an enclosure', '<rss><enclosure url="media/a.mp3"/></rss>', 'media/a.mp3'],
  ])('relative ones %s', (_, xml, address) => {
    expect(found(xml)).toEqual([`link-relative ${address}`]);
  });
  test('relative ones in JSON', () => {
    const faultsOf = (value: unknown) =>
      checkJsonText(JSON.stringify(value), 0).map(({ code, field }) => `${code} ${field ?? ''}`);
    expect(
      faultsOf({ items: [{ url: 'en/x.html', id: 'x.html', content_html: '<a href="x.html">' }] }),
    ).toEqual(['link-relative items.0.url', 'link-relative items.0.content_html']);
    expect(
      faultsOf({
        image: ['a.jpg', 'https://x.test/a.jpg'],
        home_page_url: '',
        contentUrl: 'a.mp3',
      }),
    ).toEqual(['link-relative image.0', 'link-relative home_page_url', 'link-relative contentUrl']);
    expect(checkJsonText('{"start_url":"en/index.html"}', 0, true)).toEqual([]);
  });
  test('in JSON, however many items stand before', () => {
    const items = [...Array<string>(150).fill(QUOTED), LINKED].map((html) => ({
      content_html: html,
    }));
    const [finding, ...others] = checkJsonText(JSON.stringify({ items }), 0);
    expect([finding?.found, finding?.field, others]).toEqual([
      '/b.jpg',
      'items.150.content_html',
      [],
    ]);
  });
  test('where they stand', () => {
    const xml = '<rss>\n<link href="/a"/>\n</rss>';
    expect(checkXml(xml)[0]?.offset).toBe(xml.indexOf('<link'));
  });
});
