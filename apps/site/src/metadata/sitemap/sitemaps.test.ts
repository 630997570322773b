import { describe, expect, it } from 'vitest';
import { exampleArchive, exampleArticle } from '../../../testing/example-outlet.ts';
import { NEWS_SITEMAP_MAX } from '../limits.ts';
import { newsLanguage, newsSitemap } from './news-sitemap.ts';
import { sitemapIndex, sitemapNames, sitemapOf } from './sitemap-documents.ts';

const CLOCK = '2026-11-22T12:00:00Z';

const pair = [
  exampleArticle('water', '2026-11-21', { translationKey: 'water' }),
  exampleArticle('voda', '2026-11-21', { lang: 'ru', translationKey: 'water' }),
];
const older = exampleArticle('ferry', '2026-10-03', {
  translationKey: 'ferry',
  updatedAt: '2026-10-09T08:00:00+03:00',
});
const unseen = [
  exampleArticle('a-draft', '2026-11-20', { status: 'draft' }),
  exampleArticle('under-embargo', '2026-11-21', { embargoUntil: '2026-11-23T00:00:00Z' }),
  exampleArticle('to-come', '2026-11-23'),
  exampleArticle('taken-back', '2026-11-21', { status: 'withdrawn', editorsNote: 'It was wrong.' }),
  exampleArticle('gone', '2026-11-21', { status: 'removed' }),
  exampleArticle('chernovik', '2026-11-21', {
    lang: 'ru',
    translationKey: 'ferry',
    status: 'draft',
  }),
];

async function allDocuments(preview: boolean): Promise<string> {
  const door = exampleArchive([...pair, older, ...unseen], CLOCK, { preview });
  const maps = await Promise.all((await sitemapNames(door)).map((name) => sitemapOf(door, name)));
  return [...maps, await sitemapIndex(door), await newsSitemap(door)].join('');
}

describe('sitemaps', () => {
  it.each([false, true])('name nothing that is not published (preview: %s)', async (preview) => {
    const all = await allDocuments(preview);
    for (const { address } of unseen) expect(all).not.toContain(address.slug);
    for (const { address } of [...pair, older]) expect(all).toContain(address.slug);
  });

  it('stand one a month, the newest first, then the pages', async () => {
    const door = exampleArchive([...pair, older], CLOCK);
    expect(await sitemapNames(door)).toEqual(['2026-11', '2026-10', 'pages']);
    expect(await sitemapOf(door, '2026-09')).toBeUndefined();
  });

  it('say of an article its address, its last change and its translations', async () => {
    const door = exampleArchive([...pair, older], CLOCK);
    expect(await sitemapOf(door, '2026-10')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
        '<url><loc>https://pane.example/en/2026/10/03/ferry.html</loc><lastmod>2026-10-09T08:00:00+03:00</lastmod></url>\n' +
        '</urlset>\n',
    );
    const link = (lang: string, address: string): string =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="https://pane.example/${address}"/>`;
    const links =
      link('en', 'en/2026/11/21/water.html') +
      link('ru', 'ru/2026/11/21/voda.html') +
      link('x-default', 'en/2026/11/21/water.html');
    expect((await sitemapOf(door, '2026-11'))?.split(links)).toHaveLength(3);
  });

  it('change in its month, the index and the news alone when an article is added', async () => {
    const before = exampleArchive([pair[0] ?? older, older], CLOCK);
    const after = exampleArchive([...pair, older], CLOCK);
    expect(await sitemapOf(after, '2026-10')).toBe(await sitemapOf(before, '2026-10'));
    expect(await sitemapOf(after, 'pages')).toBe(await sitemapOf(before, 'pages'));
    expect(await sitemapOf(after, '2026-11')).not.toBe(await sitemapOf(before, '2026-11'));
  });

  it('name pages by kind, each beside its versions, and no list that an article less would end', async () => {
    const tagged = exampleArticle('salt', '2026-11-20', { tags: ['salt'] });
    const door = exampleArchive([...pair, tagged], CLOCK);
    expect(await door.listPageIds('en', 'tag')).toEqual(['salt']);
    const pages = (await sitemapOf(door, 'pages')) ?? '';
    const addresses = [...pages.matchAll(/<loc>https:\/\/pane.example\/(.*?)</g)].map(
      ([, at]) => at,
    );
    expect(addresses).toMatchInlineSnapshot(`
      [
        "en/index.html",
        "ru/index.html",
        "en/archive.html",
        "ru/archive.html",
        "en/section/news.html",
        "ru/section/news.html",
      ]
    `);
  });

  it('name in the index the last change of each month', async () => {
    const index = await sitemapIndex(exampleArchive([...pair, older], CLOCK));
    expect([...index.matchAll(/<lastmod>(.*?)</g)].map(([, at]) => at)).toEqual([
      '2026-11-21T12:00:00Z',
      '2026-10-09T08:00:00+03:00',
    ]);
  });
});

describe('the news sitemap', () => {
  it('holds 48 hours from the publication', async () => {
    const articles = [
      exampleArticle('just-in', '2026-11-20', { publishedAt: '2026-11-20T12:00:01Z' }),
      exampleArticle('just-out', '2026-11-20', { publishedAt: '2026-11-20T12:00:00Z' }),
    ];
    const news = await newsSitemap(exampleArchive(articles, CLOCK));
    expect(news).toContain('just-in');
    expect(news).not.toContain('just-out');
  });

  it('names the newest 1,000', async () => {
    const articles = Array.from({ length: NEWS_SITEMAP_MAX + 1 }, (_, minutes) =>
      exampleArticle(`story-${minutes}`, '2026-11-22', {
        publishedAt: new Date(Date.parse('2026-11-21T12:00:00Z') + minutes * 60_000).toISOString(),
      }),
    );
    const news = await newsSitemap(exampleArchive(articles, CLOCK));
    expect(news.split('<news:news>')).toHaveLength(NEWS_SITEMAP_MAX + 1);
    expect(news).not.toContain('/story-0.html');
  });

  it('names outlet, language, time and title, escaped', async () => {
    const article = exampleArticle('water', '2026-11-22', { title: 'Salt & <water> at "zero"' });
    expect(await newsSitemap(exampleArchive([article], CLOCK))).toContain(
      '<news:news><news:publication><news:name>Pane &amp; Co</news:name><news:language>en</news:language></news:publication>' +
        '<news:publication_date>2026-11-22T12:00:00Z</news:publication_date>' +
        '<news:title>Salt &amp; &lt;water&gt; at &quot;zero&quot;</news:title></news:news>',
    );
  });

  it.each([
    ['pt-BR', 'pt'],
    ['zh-Hant', 'zh-tw'],
    ['zh', 'zh-cn'],
  ])('writes %s as %s', (lang, written) => {
    expect(newsLanguage(lang)).toBe(written);
  });
});
