import { describe, expect, it } from 'vitest';
import { listBuilt, readBuilt } from './site/built-site.ts';
import {
  isFollowed,
  readWrittenArticles,
  readWrittenOutlet,
  type WrittenArticle,
} from './site/written-articles.ts';
import { readHead } from './metadata/page-head.ts';
import { findUnknownTerms } from './metadata/schema-org.ts';

const { origin } = readWrittenOutlet();
const base = origin.endsWith('/') ? origin : `${origin}/`;
const pages = listBuilt('**/*.html');
const heads = new Map(pages.map((page) => [page, readHead(readBuilt(page))]));
const articles = readWrittenArticles();
const built = new Set(pages);
const now = Date.parse(process.env['TAMIZDAT_NOW'] ?? new Date().toISOString());

const isListed = (article: WrittenArticle): boolean =>
  article.status === 'ready' && isFollowed(article, now);
const listed = articles.filter(isListed);
const unlisted = articles.filter((article) => !isListed(article));

/** A text without its non-breaking spaces, which pages may set anew. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Address of a page, as metadata write it. */
const urlOf = (page: string): string => base + (page === 'index.html' ? '' : page);

/** The sample's newsletters: the same letter under two names. */
const letters = [/^en\/newsletter\/weekly\b/, /^ru\/newsletter\/nedelya\b/] as const;
const letterNames = ['en/newsletter/weekly', 'ru/newsletter/nedelya'] as const;

/** Pages of the tree that are the same as a page, in other languages: by their address, or by what the content says. */
function counterpartsOf(page: string, lang: string): string[] {
  const story = listed.find((article) => article.page === page);
  if (story)
    return listed
      .filter(
        ({ translationKey, lang: other }) =>
          translationKey !== undefined &&
          translationKey === story.translationKey &&
          other !== story.lang,
      )
      .map((article) => article.page);
  const letter = letters.findIndex((pattern) => pattern.test(page));
  const renamed =
    letter === -1
      ? ['en', 'ru']
          .filter((code) => code !== lang)
          .map((code) => page.replace(/^[a-z]{2}\//, `${code}/`))
      : [page.replace(letters[letter] ?? '', letterNames[1 - letter] ?? '')];
  return renamed.filter((other) => other !== page && built.has(other));
}

/** Where its page says what was corrected, or else clarified. */
function correctionUrl({ page, corrections }: WrittenArticle): string | undefined {
  const kinds = corrections.map(({ kind }) => kind);
  if (kinds.includes('correction') || kinds.includes('retraction'))
    return `${urlOf(page)}#corrections`;
  return kinds.includes('clarification') ? `${urlOf(page)}#clarifications` : undefined;
}

describe('heads', () => {
  it('never name a canonical address', () => {
    expect(pages.filter((page) => /rel="?canonical/.test(readBuilt(page)))).toEqual([]);
  });

  it('give every article that is listed a title, a text, an address and a picture to share', () => {
    expect(listed.length).toBeGreaterThan(30);
    for (const { page, title, leadImage } of listed) {
      const { properties } = heads.get(page) ?? { properties: new Map<string, string>() };
      expect(properties.get('og:type'), page).toBe('article');
      expect(properties.get('og:url'), page).toBe(urlOf(page));
      expect(plain(properties.get('og:title') ?? ''), page).toBe(plain(title));
      const image = properties.get('og:image') ?? '';
      expect(image.startsWith(`${base}media/`), page).toBe(true);
      expect(listBuilt(image.slice(base.length)), page).toHaveLength(1);
      if (leadImage?.alt)
        expect(plain(properties.get('og:image:alt') ?? ''), page).toBe(plain(leadImage.alt));
    }
  });

  it('say nothing of pages that are not to be found', () => {
    const silent = [...heads].filter(([, { noindex }]) => noindex);
    expect(silent.map(([page]) => page)).toContain('404.html');
    for (const { page } of unlisted) {
      if (built.has(page)) expect(silent.map(([name]) => name)).toContain(page);
    }
    const takenBack = new Set(unlisted.map(({ page }) => page));
    for (const [page, { properties, alternates, data }] of silent) {
      expect([page, properties.size, alternates.size]).toEqual([page, 0, 0]);
      if (!takenBack.has(page)) expect([page, data.length]).toEqual([page, 0]);
    }
  });

  it('name versions that exist, that name each other, and one default', () => {
    let counted = 0;
    for (const [page, { alternates, lang }] of heads) {
      if (alternates.size === 0) continue;
      counted += 1;
      const self = alternates.get(lang);
      expect(self, page).toBe(base + (page === 'index.html' ? `${lang}/index.html` : page));
      for (const [hreflang, url] of alternates) {
        const target = url.slice(base.length) || 'index.html';
        expect(built.has(target), `${page}: ${url}`).toBe(true);
        if (hreflang === 'x-default') continue;
        expect(heads.get(target)?.lang, url).toBe(hreflang);
        expect([...(heads.get(target)?.alternates ?? [])], url).toEqual([...alternates]);
      }
    }
    expect(counted).toBeGreaterThan(20);
  });

  it('link every page to the same one in the other language', () => {
    const missing: string[] = [];
    for (const [page, { lang, noindex, alternates }] of heads) {
      if (noindex) continue;
      for (const other of counterpartsOf(page, lang))
        if (heads.get(other)?.noindex === false && !alternates.has(heads.get(other)?.lang ?? ''))
          missing.push(`${page}: ${other}`);
    }
    expect(missing).toEqual([]);
    expect(counterpartsOf('en/newsletter/weekly.html', 'en')).toEqual([
      'ru/newsletter/nedelya.html',
    ]);
    const first = listed.find(({ translationKey }) => translationKey === 'tiglinsk-water');
    expect(counterpartsOf(first?.page ?? '', first?.lang ?? '')).toHaveLength(1);
  });

  it('describe every page that is to be found, in words of its own', () => {
    const described = [...heads]
      .filter(([, { noindex }]) => !noindex)
      .map(([page, { properties }]) => ({
        page,
        description: plain(properties.get('og:description') ?? ''),
      }));
    expect(described.filter(({ description }) => description.length < 20)).toEqual([]);
    // Tools and the archive’s index hold nothing of their own: they say what the outlet is.
    const fronts = new Set(
      ['en/index.html', 'ru/index.html'].map((page) =>
        plain(heads.get(page)?.properties.get('og:description') ?? ''),
      ),
    );
    const same = described.filter(({ description }) => fronts.has(description));
    const kinds = new Set(same.map(({ page }) => page.replace(/^[a-z]{2}\//, '')));
    expect([...kinds].sort()).toEqual([
      'archive.html',
      'books.html',
      'feeds.html',
      'index.html',
      'search.html',
    ]);
  });
});

describe('structured data', () => {
  it('uses schema.org’s types and properties alone', () => {
    const unknown = [...heads].flatMap(([page, { data }]) =>
      data.flatMap((block) => findUnknownTerms(block).map((term) => `${page}: ${term}`)),
    );
    expect(unknown).toEqual([]);
  });

  it('describes every listed article by its kind, and nobody else’s', () => {
    const types: Record<string, string> = {
      analysis: 'AnalysisNewsArticle',
      opinion: 'OpinionNewsArticle',
      feature: 'ReportageNewsArticle',
      live: 'LiveBlogPosting',
    };
    for (const article of listed) {
      const { page, title, kind } = article;
      const [block] = heads.get(page)?.data ?? [];
      expect(block, page).toMatchObject({ '@type': types[kind] ?? 'NewsArticle' });
      expect(plain(String(block?.['headline'])), page).toBe(plain(title));
      expect(block?.['correction'], page).toBe(correctionUrl(article));
    }
    const fronts = [...heads].filter(([, { data }]) => '@graph' in (data[0] ?? {}));
    expect(fronts.map(([page]) => page)).toEqual(['en/index.html', 'index.html', 'ru/index.html']);
  });
});

describe('an article that was taken back', () => {
  const dataOf = (status: string) =>
    articles
      .filter((article) => article.status === status && built.has(article.page))
      .map((article) => ({ ...article, data: heads.get(article.page)?.data ?? [] }));
  const publisher = (page: string) =>
    expect.objectContaining({
      '@id': `${base}#outlet`,
      publishingPrinciples: `${base}${page.slice(0, 2)}/principles.html`,
      ownershipFundingInfo: `${base}${page.slice(0, 2)}/ownership.html`,
    }) as unknown;

  it('says that it was withdrawn and where the reason stands, and nothing of its text', () => {
    const withdrawn = dataOf('withdrawn');
    expect(withdrawn.length).toBeGreaterThan(1);
    for (const article of withdrawn) {
      const [block] = article.data;
      expect(block, article.page).toMatchObject({
        '@type': 'NewsArticle',
        creativeWorkStatus: 'Withdrawn',
        correction: correctionUrl(article),
        publisher: publisher(article.page),
      });
      for (const text of ['articleBody', 'description', 'image'])
        expect(block).not.toHaveProperty(text);
    }
  });

  it('says of a removed one only who answers for the page', () => {
    const removed = dataOf('removed');
    expect(removed.length).toBeGreaterThan(0);
    for (const { page, data } of removed)
      expect(data, page).toEqual([
        {
          '@context': 'https://schema.org',
          '@type': 'WebPage',
          publisher: publisher(page),
        },
      ]);
  });
});

describe('every listed article', () => {
  const policies = (lang: string) => ({
    publishingPrinciples: `${base}${lang}/principles.html`,
    ownershipFundingInfo: `${base}${lang}/ownership.html`,
  });

  it('names its publisher with principles, ownership and funding, on pages of its language that exist', () => {
    for (const { page } of listed) {
      const [block] = heads.get(page)?.data ?? [];
      const expected = policies(page.split('/')[0] ?? '');
      expect(block?.['publisher'], page).toEqual({
        '@type': 'NewsMediaOrganization',
        '@id': `${base}#outlet`,
        ...expected,
      });
      for (const url of Object.values(expected)) expect(built).toContain(url.slice(base.length));
    }
  });

  it('means the publisher that the front page describes, with its way of correcting', () => {
    for (const lang of ['en', 'ru']) {
      const [{ '@graph': graph } = {}] = heads.get(`${lang}/index.html`)?.data ?? [];
      expect(graph).toContainEqual(
        expect.objectContaining({
          '@id': `${base}#outlet`,
          ...policies(lang),
          correctionsPolicy: `${base}${lang}/corrections.html`,
        }),
      );
    }
  });
});

describe('sitemaps', () => {
  const maps = listBuilt('sitemaps/*.xml');
  const locations = maps.flatMap((map) =>
    [...readBuilt(map).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url),
  );

  it('are all in the index', () => {
    const index = [...readBuilt('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)];
    expect(index.map(([, url]) => url).sort()).toEqual(maps.map((map) => base + map));
  });

  it('lead to every listed article once, and to pages that may be found alone', () => {
    expect(new Set(locations).size).toBe(locations.length);
    for (const { page } of listed) expect(locations).toContain(base + page);
    for (const url of locations) {
      expect(built.has(url.slice(base.length)), url).toBe(true);
      expect(heads.get(url.slice(base.length))?.noindex, url).toBe(false);
    }
  });

  it('and no other file for machines name what is not published', () => {
    const files = [...maps, 'sitemap.xml', 'news-sitemap.xml', 'robots.txt', '_headers'];
    const all = files.map(readBuilt).join('');
    for (const { page } of unlisted) expect(all).not.toContain(page);
    expect(unlisted.length).toBeGreaterThan(2);
  });
});

describe('files for hosts and browsers', () => {
  it('stand at the root', () => {
    expect(
      listBuilt('{robots.txt,_headers,.nojekyll,favicon.ico,apple-touch-icon.png,icon.svg}'),
    ).toHaveLength(6);
  });

  it.each(['en', 'ru'])('a manifest and a search description stand in %s', (lang) => {
    const manifest = JSON.parse(readBuilt(`${lang}/manifest.webmanifest`)) as { lang: string };
    expect(manifest.lang).toBe(lang);
    expect(readBuilt(`${lang}/opensearch.xml`)).toContain(
      `${base}${lang}/search.html?q={searchTerms}`,
    );
    expect(readBuilt(`${lang}/search.html`)).toContain('href=opensearch.xml');
    expect(readBuilt(`${lang}/index.html`)).toContain('rel=manifest href=manifest.webmanifest');
  });
});
