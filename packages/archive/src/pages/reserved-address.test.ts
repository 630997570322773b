import { OutletSchema } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { exampleOutlet } from '../../testing/example-outlet.ts';
import { RESERVED_PATTERNS, reservedAddresses } from './reserved-address.ts';

const reserved = reservedAddresses(['en', 'zh-Hant']);

/** Values for the parts of patterns, as the site has them. */
const SAMPLES: Readonly<Record<string, string>> = {
  lang: 'zh-Hant',
  year: '2026',
  month: '11',
  kind: 'tag',
  id: 'water',
  period: '2026-11',
  file: 'x',
  feed: 'feed.xml',
};

describe('addresses that are not free', () => {
  it('are all that the kit makes', () => {
    const pages = RESERVED_PATTERNS.map(({ pattern }) =>
      pattern.replaceAll(/\{(\w+)\}/g, (_, part: string) => SAMPLES[part] ?? ''),
    ).filter((file) => !/\.(?:xml|json|ics|js|epub)$/.test(file));
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((page) => !reserved(page.replace(/\.html$/, '')))).toEqual([]);
  });

  it.each([
    ['index', 'the site’s front page'],
    ['404', 'the page that hosts show for wrong addresses'],
    ['en', 'an edition’s front page'],
    ['zh-hant/index', 'an edition’s front page'],
    ['en/section/news', 'the pages of a section, tag or author'],
    ['en/tag/of/many/parts', 'the pages of a section, tag or author'],
    ['en/2026/11', 'the archive of a month'],
    ['en/corrections/2025', 'the log of corrections of a year'],
    ['search/en/x', 'the search index'],
    ['media/x', 'the site’s images'],
    ['release', 'the site’s releases'],
    ['release/x/y', 'the site’s releases'],
    ['en/verify/x', 'the page about checking a copy of the site'],
    ['newsletter', 'the pages of newsletters'],
    ['en/newsletter/1', 'the pages of newsletters'],
  ])('%s is kept', (path, what) => {
    expect(reserved(path)?.en).toBe(what);
  });

  it('are lists of the kit’s form, but for lists where there is none of that id', () => {
    const known = {
      outlet: OutletSchema.parse({ ...exampleOutlet, tags: [{ id: 'sea', name: { en: 'Sea' } }] }),
      authors: new Set(['ann']),
    };
    const owned = reservedAddresses(['en'], known);
    const gone = ['en/tag/river', 'en/tag/river.xml', 'en/author/bob', 'en/series/winter'];
    for (const address of gone) {
      expect([address, owned(address, true)]).toEqual([address, undefined]);
      expect([address, owned(address)]).not.toEqual([address, undefined]);
    }
    for (const address of ['en/tag/sea', 'en/tag/sea.xml', 'en/author/ann', 'en/tag/river/2025'])
      expect([address, owned(address, true)]).not.toEqual([address, undefined]);
  });

  it('are feeds and other files that end like them', () => {
    const files = ['sitemap.xml', 'news-sitemap.xml', 'en/feed.xml', 'en/opensearch.xml'];
    for (const file of files) expect([file, reserved(file)]).not.toEqual([file, undefined]);
    for (const file of ['feed.xml', 'index.xml', 'en/rss.xml'])
      expect([file, reserved(file)]).toEqual([file, undefined]);
  });

  it.each(['en/2026/11/22/slug', 'en/about', 'old', 'ru', 'wp/index', 'en/2026', 'en/archived'])(
    '%s is free',
    (path) => {
      expect(reserved(path)).toBeUndefined();
    },
  );
});
