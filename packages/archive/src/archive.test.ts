import {
  type Article,
  AuthorSchema,
  type CorrectionKind,
  OutletSchema,
} from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { articleAddress } from './addresses.ts';
import { Archive } from './archive.ts';
import { exampleArticle } from '../testing/example-article.ts';
import { exampleOutlet as outlet } from '../testing/example-outlet.ts';
import { LIST_NEWEST, LIST_PERIODS_MAX, NAMES_PAGE } from './limits.ts';
import { pagePaths } from './pages/page-addresses.ts';

function open(articles: Article[], preview = false): Archive {
  const source = { outlet, authors: [], pages: [], fronts: new Map(), words: new Map(), articles };
  return new Archive(() => Promise.resolve(source), { clock: '2026-11-22T00:00:00Z', preview });
}

const slugs = (articles: Article[]): string[] => articles.map(({ address }) => address.slug);

describe('the door', () => {
  const source = { outlet, authors: [], pages: [], fronts: new Map(), words: new Map() };
  const clock = '2026-11-22T00:00:00Z';

  it('loads once for all that is asked at once', async () => {
    let loads = 0;
    const load = () => {
      loads += 1;
      return Promise.resolve({ ...source, articles: [] });
    };
    const door = new Archive(load, { clock });
    await Promise.all([door.latest('en'), door.months('en'), door.addressed()]);
    expect(loads).toBe(1);
  });

  it('tries again what could not be loaded', async () => {
    let loads = 0;
    const load = () => {
      loads += 1;
      if (loads === 1) return Promise.reject(new Error('not now'));
      return Promise.resolve({ ...source, articles: [exampleArticle('a', '2026-11-20')] });
    };
    const door = new Archive(load, { clock });
    await expect(door.latest('en')).rejects.toThrow('not now');
    expect(await door.latest('en')).toHaveLength(1);
  });
});

describe('what readers see', () => {
  const articles = [
    exampleArticle('ready', '2026-11-20', { tags: ['water'], authors: ['ann'] }),
    exampleArticle('draft', '2026-11-20', { status: 'draft', tags: ['secret'] }),
    exampleArticle('embargoed', '2026-11-20', {
      embargoUntil: '2026-12-01T00:00:00Z',
      tags: ['secret'],
    }),
    exampleArticle('future', '2026-11-25', { tags: ['secret'] }),
    exampleArticle('withdrawn', '2026-11-19', {
      status: 'withdrawn',
      editorsNote: 'Wrong.',
      tags: ['gone'],
    }),
    exampleArticle('removed', '2026-11-18', { status: 'removed', tags: ['gone'] }),
  ];

  it('lists what is ready and no longer under embargo', async () => {
    expect(slugs(await open(articles).latest('en'))).toEqual(['ready']);
  });

  it('keeps a page for withdrawals and removals, and for nothing hidden', async () => {
    const addressed = await open(articles).addressed();
    expect(addressed.map(([address, { visibility }]) => [address.slice(14), visibility])).toEqual([
      ['ready.html', 'listed'],
      ['withdrawn.html', 'notice'],
      ['removed.html', 'tombstone'],
    ]);
  });

  it('keeps a text to take along of nothing that was taken back, or is hidden', async () => {
    const texts = await pagePaths(open(articles), 'articleText');
    expect(texts.map(({ params }) => params.slug)).toEqual(['ready']);
  });

  it('hides the tags of what is hidden', async () => {
    expect(await open(articles).listIds('en', 'tag')).toEqual(['water']);
  });

  it('lets feeds carry withdrawals and never removals', async () => {
    const fed = await open(articles).feedArticles('en', 10);
    expect(slugs(fed)).toEqual(['ready', 'withdrawn']);
  });

  it('shows drafts and the future in a preview', async () => {
    expect(slugs(await open(articles, true).latest('en')).sort()).toEqual([
      'draft',
      'embargoed',
      'future',
      'ready',
    ]);
  });
});

describe('lists', () => {
  it('are the newest first, of one instant by id', async () => {
    const articles = [
      exampleArticle('b', '2026-11-02'),
      exampleArticle('a', '2026-11-02'),
      exampleArticle('c', '2026-11-03'),
    ];
    expect(slugs(await open(articles).latest('en'))).toEqual(['c', 'a', 'b']);
    expect(slugs(await open([...articles].reverse()).latest('en'))).toEqual(['c', 'a', 'b']);
  });

  it('lead on by years where they have many months, and name tags and authors on pages of their own', async () => {
    const months = Array.from({ length: LIST_PERIODS_MAX + 1 }, (_, month) =>
      new Date(Date.UTC(2026, -month, 3)).toISOString().slice(0, 10),
    );
    const articles = months.map((day, at) =>
      exampleArticle(`story-${day}`, day, { authors: [`a-${at}`] }),
    );
    const door = open(articles);
    const { periods, years } = await door.list('en', 'section', 'news');
    expect(periods).toHaveLength(months.length);
    expect(years).toEqual(['2025', '2024', '2023', '2022'].slice(0, years.length));
    expect(await door.listYear('en', 'section', 'news', '2025')).toHaveLength(12);
    // The newest year stands on the list’s own page.
    expect(await door.listYear('en', 'section', 'news', '2026')).toEqual([]);
    expect((await open(articles.slice(1)).list('en', 'section', 'news')).years).toEqual([]);
    expect(await door.namePages('en', 'author')).toBe(0);
    const named = Array.from({ length: NAMES_PAGE + 1 }, (_, at) => `a-${at}`);
    const shared = [0, 1, 2, 3, 4].map((part) => named.slice(part * 41, (part + 1) * 41));
    const many = open(
      shared.map((group) => exampleArticle(`of-${group[0]}`, '2026-11-03', { authors: group })),
    );
    expect(await many.namePages('en', 'author')).toBe(2);
    expect((await pagePaths(many, 'names')).map(({ params }) => params.names)).toEqual([
      'author',
      'author-2',
    ]);
  });

  it('lead on to calendar pages once they are longer than a page, and together hold everything', async () => {
    const days = Array.from({ length: LIST_NEWEST + 1 }, (_, day) =>
      new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10),
    );
    const articles = days.map((day) => exampleArticle(`story-${day}`, day));
    const short = await open(articles.slice(1)).list('en', 'section', 'news');
    expect(short.periods).toEqual([]);
    const door = open(articles);
    const { newest, periods } = await door.list('en', 'section', 'news');
    expect(newest).toHaveLength(LIST_NEWEST);
    expect(periods).toEqual(['2026-10', '2026-09']);
    const onPages = await Promise.all(
      periods.map((period) => door.listPeriod('en', 'section', 'news', period)),
    );
    expect(slugs(onPages.flat())).toEqual(slugs(await door.latest('en')));
  });
});

describe('what lists are', () => {
  const article = exampleArticle('one', '2026-11-03', { tags: ['water'], authors: ['anna'] });

  it('is told of each by itself', async () => {
    const door = open([article]);
    const asked = [
      ['section', 'news'],
      ['tag', 'water'],
      ['tag', 'river'],
      ['author', 'anna'],
      ['author', 'boris'],
    ] as const;
    const has = await Promise.all(asked.map(([kind, id]) => door.hasListPage('en', kind, id)));
    expect(has).toEqual([true, true, false, true, false]);
    expect(slugs(await door.feedArticles('en', 5, { kind: 'tag', id: 'water' }))).toEqual(['one']);
    expect(await door.feedArticles('en', 5, { kind: 'tag', id: 'river' })).toEqual([]);
  });
});

describe('related articles', () => {
  const old = exampleArticle('old', '2026-11-01', { tags: ['water', 'river'] });
  const other = exampleArticle('other', '2026-11-02', { tags: ['water'] });
  const asked = exampleArticle('asked', '2026-11-03', {
    tags: ['water', 'river'],
    translationKey: 'k',
  });
  const newer = exampleArticle('newer', '2026-11-04', { tags: ['water', 'river'] });

  it('share the most tags, and are older only', async () => {
    expect(
      slugs(await open([old, other, asked, newer]).related(articleAddress(asked.address))),
    ).toEqual(['old', 'other']);
  });

  it('do not change when a newer article appears', async () => {
    const before = await open([old, other, asked]).related(articleAddress(asked.address));
    expect(
      slugs(await open([old, other, asked, newer]).related(articleAddress(asked.address))),
    ).toEqual(slugs(before));
  });
});

describe('translations and former addresses', () => {
  it('finds listed translations only', async () => {
    const asked = exampleArticle('one', '2026-11-03', { translationKey: 'k' });
    const ready = exampleArticle('odin', '2026-11-03', { translationKey: 'k', lang: 'ru' });
    const hidden = { ...ready, status: 'draft' as const };
    expect(slugs(await open([asked, ready]).translations('k', 'en'))).toEqual(['odin']);
    expect(slugs(await open([asked, hidden]).translations('k', 'en'))).toEqual([]);
  });

  it('leads on from former addresses, but not to what was removed', async () => {
    const moved = exampleArticle('now', '2026-11-03', { formerAddresses: ['en/2026/11/02/then'] });
    const removed = exampleArticle('gone', '2026-11-03', {
      formerAddresses: ['en/2026/11/01/gone'],
      status: 'removed',
    });
    expect(await open([moved, removed]).formerAddresses()).toEqual([
      ['en/2026/11/02/then.html', 'en/2026/11/03/now.html'],
    ]);
    const door = open([moved, removed]);
    expect(await door.formerTarget('en/2026/11/02/then.html')).toEqual({
      target: 'en/2026/11/03/now.html',
      title: moved.title,
      lang: 'en',
    });
    expect(await door.formerTarget('en/2026/11/01/gone.html')).toBeUndefined();
  });

  it('leads on from the folder, too, where another system had one', async () => {
    const formers = ['2014/05/slug', 'en', 'faq-2014', 'en/2014/05/03/then', 'blog/tag/water'];
    const moved = exampleArticle('now', '2026-11-03', { formerAddresses: formers });
    const found = await open([moved]).formerAddresses();
    expect(found.map(([address]) => address)).toEqual([
      '2014/05/slug.html',
      '2014/05/slug/index.html',
      'en.html',
      'faq-2014.html',
      'faq-2014/index.html',
      'en/2014/05/03/then.html',
      'blog/tag/water.html',
      'blog/tag/water/index.html',
    ]);
  });
});

describe('former addresses of lists, pages and feeds', () => {
  const led = OutletSchema.parse({
    ...outlet,
    tags: [
      {
        id: 'water',
        name: { en: 'Water', ru: 'Вода' },
        formerAddresses: { en: ['tag/voda', 'en/tag/river'], ru: ['ru/tag/voda'] },
        formerFeeds: { en: ['tag/voda/feed'] },
      },
    ],
    formerFeeds: { en: ['feed', 'index.xml'] },
  });
  const ann = AuthorSchema.parse({
    id: 'ann',
    name: { en: 'Ann', ru: 'Аня' },
    formerAddresses: { en: ['writers/ann'] },
    formerFeeds: { en: ['writers/ann.xml'] },
  });
  const about = {
    lang: 'ru',
    slug: 'about',
    title: 'О нас',
    file: 'pages/ru/about.md',
    bodyLine: 1,
  };
  const source = {
    outlet: led,
    authors: [ann],
    pages: [{ ...about, formerAddresses: ['o-nas'] }],
    fronts: new Map(),
    words: new Map(),
    articles: [exampleArticle('a', '2026-11-20', { tags: ['water'], authors: ['ann'] })],
  };
  const door = new Archive(() => Promise.resolve(source), { clock: '2026-11-22T00:00:00Z' });

  it('lead on to where that stands now, and to the archive where nothing is on a list', async () => {
    expect(await door.formerAddresses()).toEqual([
      ['writers/ann.html', 'en/author/ann.html'],
      ['writers/ann/index.html', 'en/author/ann.html'],
      ['feed.html', 'en/feeds.html'],
      ['feed/index.html', 'en/feeds.html'],
      ['tag/voda.html', 'en/tag/water.html'],
      ['tag/voda/index.html', 'en/tag/water.html'],
      ['en/tag/river.html', 'en/tag/water.html'],
      ['ru/tag/voda.html', 'ru/archive.html'],
      ['tag/voda/feed.html', 'en/tag/water.html'],
      ['tag/voda/feed/index.html', 'en/tag/water.html'],
      ['o-nas.html', 'ru/about.html'],
      ['o-nas/index.html', 'ru/about.html'],
    ]);
  });

  it('say what stands there, and of what the feed is', async () => {
    const tag = { kind: 'tag', id: 'water', lang: 'en' };
    expect(await door.formerTarget('tag/voda.html')).toEqual({
      target: 'en/tag/water.html',
      title: 'Water',
      lang: 'en',
    });
    expect((await door.formerTarget('tag/voda/feed/index.html'))?.feed).toEqual(tag);
    expect(await door.formerTarget('ru/tag/voda.html')).toEqual({
      target: 'ru/archive.html',
      lang: 'ru',
    });
    expect((await door.formerTarget('o-nas.html'))?.title).toBe('О нас');
  });

  it('are feeds where a file can be one', async () => {
    expect(await door.formerFeeds()).toEqual(['writers/ann.xml', 'index.xml']);
    expect(await door.formerFeed('index.xml')).toEqual({ kind: 'edition', id: 'en', lang: 'en' });
    expect(await door.formerFeed('writers/ann.xml')).toMatchObject({ kind: 'author', id: 'ann' });
    expect(await door.formerFeed('feed.xml')).toBeUndefined();
  });
});

describe('a series', () => {
  const part = (slug: string, number: number, rest: Partial<Article> = {}) =>
    exampleArticle(slug, '2026-11-20', { series: { id: 'kit', part: number }, ...rest });
  const articles = [
    part('third', 3),
    part('first', 1),
    part('draft', 2, { status: 'draft' }),
    part('withdrawn', 4, { status: 'withdrawn', editorsNote: 'Wrong.' }),
    part('perevod', 1, { lang: 'ru' }),
    exampleArticle('alone', '2026-11-20'),
  ];

  it('has its listed parts in their order, in one language', async () => {
    expect(slugs(await open(articles).series('en', 'kit'))).toEqual(['first', 'third']);
    expect(slugs(await open(articles).series('ru', 'kit'))).toEqual(['perevod']);
    expect(await open(articles).series('en', 'other')).toEqual([]);
  });

  it('has a page in a language once a part is listed', async () => {
    expect(await open(articles).seriesIds('en')).toEqual(['kit']);
    const hidden = [part('draft', 1, { status: 'draft' })];
    expect(await open(hidden).seriesIds('en')).toEqual([]);
  });
});

describe('the log of corrections', () => {
  const correction = (at: string, text: string, kind: CorrectionKind = 'correction') => ({
    kind,
    at,
    text: `${text}: what was wrong and what is right.`,
  });
  const articles = [
    exampleArticle('old', '2024-12-20', {
      corrections: [
        correction('2024-12-31T23:30:00Z', 'a'),
        correction('2026-11-20T10:00:00Z', 'b', 'clarification'),
      ],
    }),
    exampleArticle('new', '2026-11-20', {
      corrections: [
        correction('2026-11-21T10:00:00Z', 'c', 'update'),
        correction('2026-11-20T12:00:00+02:00', 'd'),
      ],
    }),
    exampleArticle('withdrawn', '2026-11-19', {
      status: 'withdrawn',
      editorsNote: 'Wrong.',
      corrections: [correction('2026-11-21T10:00:00Z', 'e', 'retraction')],
    }),
    exampleArticle('removed', '2026-11-18', {
      status: 'removed',
      corrections: [correction('2026-11-21T10:00:00Z', 'f')],
    }),
    exampleArticle('draft', '2026-11-18', {
      status: 'draft',
      corrections: [correction('2026-11-21T10:00:00Z', 'g')],
    }),
  ];
  const log = async (timeZone: string) => {
    const source = { outlet: { ...outlet, timeZone }, authors: [], pages: [], fronts: new Map() };
    const door = new Archive(
      () => Promise.resolve({ ...source, words: new Map(), articles: articles.toReversed() }),
      { clock: '2026-11-22T00:00:00Z' },
    );
    return (await door.corrections('en')).map(
      ({ correction: { text }, year }) => `${text[0] ?? ''} ${year}`,
    );
  };

  it('is newest first, of what readers may see, without updates', async () => {
    expect(await log('UTC')).toEqual(['e 2026', 'b 2026', 'd 2026', 'a 2024']);
  });

  it('begins its years in the outlet’s zone', async () => {
    expect(await log('Europe/Vilnius')).toEqual(['e 2026', 'b 2026', 'd 2026', 'a 2025']);
  });
});

describe('words', () => {
  it('are the outlet’s, else the kit’s, else English', async () => {
    const words = new Map([['de', { archive: 'Archiv' }]]);
    const source = { outlet, authors: [], pages: [], fronts: new Map(), words, articles: [] };
    const door = new Archive(() => Promise.resolve(source), { clock: '2026-11-22T00:00:00Z' });
    expect((await door.words('de')).archive).toBe('Archiv');
    expect((await door.words('de')).search).toBe('Search');
    expect((await door.words('ru')).archive).toBe('Архив');
  });
});
