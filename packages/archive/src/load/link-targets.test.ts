import { OutletSchema, type Article, type Outlet } from '@tamizdat/article-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../archive.ts';
import { articleAddress, type Address } from '../addresses.ts';
import { buildClock } from '../clock.ts';
import { exampleArticle } from '../../testing/example-article.ts';
import { instantOf, timestampOf } from '../instant.ts';
import { LIST_NEWEST } from '../limits.ts';
import { pageAddresses } from '../pages/page-addresses.ts';
import { addressesDespite, LinkTargets, type Broken, type LinkedContent } from './link-targets.ts';
import { outletDespite } from './outlet-despite.ts';

const both = (name: string) => ({ en: name, ru: name });

const outlet = OutletSchema.parse({
  name: both('Pane'),
  description: both('News.'),
  origin: 'https://pane.example',
  tagAuthority: { domain: 'pane.example', date: '2026-01-01' },
  languages: [
    { code: 'en', name: 'English', locale: 'en-GB' },
    { code: 'ru', name: 'Русский', locale: 'ru' },
  ],
  timeZone: 'Europe/Vilnius',
  sections: [
    { id: 'news', name: both('News') },
    { id: 'water', name: both('Water') },
  ],
  tags: ['404', 'river', 'bridge'].map((id) => ({ id, name: both(id) })),
  series: [{ id: 'flood', name: both('The flood') }],
  licence: { name: both('CC BY 4.0') },
  newsletters: [
    {
      id: 'weekly',
      lang: 'en',
      frequency: 'weekly',
      name: 'Weekly',
      description: 'What happened.',
      provider: { kind: 'buttondown', action: 'https://mail.example/subscribe' },
      privacy: 'privacy',
    },
  ],
});

function contentOf(articles: Article[], rest: Partial<LinkedContent> = {}): LinkedContent {
  const source = {
    outlet,
    authors: [],
    pages: [],
    fronts: new Map(),
    words: new Map(),
    articles,
  };
  const authors = new Set(['anna', 'boris']);
  return { source, authors, despiteErrors: new Set(), broken: [], ...rest };
}

const NOW = '2026-11-22T12:34:56Z';

/** What the site is built of: its clock is the latest boundary before now. */
function doorOf(articles: Article[], now: string, preview = false): Archive {
  const content = contentOf(articles).source;
  const clock = buildClock({ articles, fronts: [], outlet }, now);
  return new Archive(() => Promise.resolve(content), { clock, preview });
}

const articles = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 30 }),
      month: fc.constantFrom('10', '11', '12'),
      hour: fc.integer({ min: 0, max: 23 }),
      lang: fc.constantFrom('en', 'ru'),
      status: fc.constantFrom('ready', 'ready', 'ready', 'draft', 'withdrawn', 'removed'),
      section: fc.constantFrom('news', 'water'),
      tags: fc.subarray(['404', 'river', 'bridge']),
      authors: fc.subarray(['anna', 'boris']),
      embargoed: fc.boolean(),
      part: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      corrected: fc.option(fc.constantFrom('2024', '2025', '2026'), { nil: undefined }),
      pick: fc.boolean(),
      former: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((made) =>
    made.map((one, index) => {
      const day = `2026-${one.month}-${String(one.day).padStart(2, '0')}`;
      const at = `${day}T${String(one.hour).padStart(2, '0')}:30:00Z`;
      return exampleArticle(`a${index}`, day, {
        lang: one.lang,
        status: one.status,
        section: one.section,
        tags: one.tags,
        authors: one.authors,
        publishedAt: at,
        ...(one.embargoed ? { embargoUntil: timestampOf(instantOf(at) + 40 * 3_600_000) } : {}),
        ...(one.part === undefined ? {} : { series: { id: 'flood', part: one.part } }),
        ...(one.corrected === undefined
          ? {}
          : {
              corrections: [
                {
                  kind: 'correction',
                  at: `${one.corrected}-06-01T00:00:00Z`,
                  text: 'There were two bridges, not three.',
                },
              ],
            }),
        ...(one.pick ? { newsletter: { pick: true, blurb: 'Read it.' } } : {}),
        ...(one.former ? { formerAddresses: [`old/${index}`] } : {}),
      });
    }),
  );

/** Pages that could be there in some state of the content, and some that never are. */
async function candidates(all: Article[]): Promise<Address[]> {
  const worlds = await Promise.all([
    pageAddresses(doorOf(all, '2040-01-01T00:00:00Z', true)),
    pageAddresses(doorOf(all, NOW)),
  ]);
  return [
    ...new Set(worlds.flatMap((found) => [...found])),
    ...all.map(({ address }) => articleAddress(address)),
    'en/tag/river.html',
    'ru/series/flood.html',
    'en/newsletter/weekly/latest.html',
    'en/tag/none.html',
    'de/index.html',
  ];
}

const MONTHS = ['en', 'ru'].flatMap((lang) =>
  ['10', '11', '12'].map((month) => `${lang}/2026/${month}/index.html`),
);

/** Pages of which an article's own outline says whether it may stand on them. */
const SURE = /^\w+\/(?:(?:tag|author|series)\/[^/]+|2026\/\d\d\/index)\.(?:html|xml)$/;

/** What is known of an article with an error; `isRead` says that its lists are. */
function outlineOf({ lang, address, formerAddresses, ...one }: Article, isRead: boolean): Broken {
  const { section, tags, authors, series } = one;
  const lists = {
    section: [section],
    tag: tags,
    author: authors,
    series: series === undefined ? [] : [series.id],
  };
  return { lang, address, formerAddresses, ...(isRead ? { lists } : {}) };
}

describe('what the check says of a link', () => {
  it('is what the build says: a page is there, or is not', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const targets = new LinkTargets(contentOf(all), instantOf(NOW));
        const built = await pageAddresses(doorOf(all, NOW));
        for (const address of await candidates(all)) {
          const unseen = await targets.judge(address, instantOf(NOW));
          expect([address, unseen === undefined]).toEqual([address, built.has(address)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same beside articles with other errors: false of no page that is there once they are right, and nothing left untold that they cannot make true', async () => {
    const marks = fc.array(fc.constantFrom('right', 'broken', 'unread'), {
      minLength: 6,
      maxLength: 6,
    });
    let [spared, told] = [0, 0];
    await fc.assert(
      fc.asyncProperty(articles, marks, async (all, kinds) => {
        const right = all.filter((_, index) => kinds[index] === 'right');
        const broken = all.flatMap((one, index) => {
          const kind = kinds[index];
          return kind === 'right' ? [] : [outlineOf(one, kind === 'broken')];
        });
        const despiteErrors = addressesDespite(broken, []);
        const content = contentOf(right, { broken, despiteErrors });
        const targets = new LinkTargets(content, instantOf(NOW));
        const mended = await pageAddresses(doorOf(all, NOW));
        const shown = all.map((one) => ({ ...one, status: 'ready' as const }));
        const some = await pageAddresses(doorOf(shown, '2040-01-01T00:00:00Z'));
        const lists = broken.every((one) => one.lists?.author !== undefined);
        for (const address of [...(await candidates(all)), ...MONTHS]) {
          const unseen = await targets.judge(address, instantOf(NOW));
          if (mended.has(address)) expect([address, unseen]).toEqual([address, undefined]);
          const isSure = SURE.test(address) && (lists || MONTHS.includes(address));
          if (isSure && !some.has(address))
            expect([address, unseen?.why]).not.toEqual([address, undefined]);
          if (broken.length === 0) continue;
          if (mended.has(address)) spared += 1;
          else if (unseen !== undefined) told += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(spared, told)).toBeGreaterThan(100);
  });

  it('is the same beside an outlet with errors: false of no page that is there once it is right, and nothing left untold that it cannot make true', async () => {
    const field = fc.constantFrom<keyof Outlet>(
      ...(['timeZone', 'sections', 'tags', 'series', 'newsletters', 'languages', 'books'] as const),
    );
    let [spared, told] = [0, 0];
    await fc.assert(
      fc.asyncProperty(articles, fc.uniqueArray(field, { minLength: 1 }), async (all, wrong) => {
        const right = Object.entries(outlet).filter(([name]) => !wrong.includes(name as never));
        const despite = { right: Object.fromEntries(right), unknown: wrong };
        const known = outletDespite(despite, ['en', 'ru', 'de']);
        const { source } = contentOf(all);
        const content = contentOf(all, {
          source: { ...source, outlet: known.outlet },
          unknown: known.unknown,
        });
        const targets = new LinkTargets(content, instantOf(NOW));
        const built = await pageAddresses(doorOf(all, NOW));
        for (const address of await candidates(all)) {
          const unseen = await targets.judge(address, instantOf(NOW));
          if (built.has(address)) expect([address, unseen]).toEqual([address, undefined]);
          if (built.has(address)) spared += 1;
          else if (unseen !== undefined) told += 1;
          const isAlone = /^\w+\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(address);
          if (isAlone)
            expect([address, unseen === undefined]).toEqual([address, built.has(address)]);
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(spared, told)).toBeGreaterThan(100);
  });

  it('names the second from which a build has the page', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const targets = new LinkTargets(contentOf(all), instantOf(NOW));
        for (const address of await candidates(all)) {
          const unseen = await targets.judge(address, instantOf(NOW));
          if (unseen?.why !== 'later') continue;
          const at = instantOf(`${unseen.at.slice(0, 16).replace(' ', 'T')}:00+02:00`);
          const there = async (instant: number) =>
            (await pageAddresses(doorOf(all, timestampOf(instant)))).has(address);
          expect([address, await there(at), await there(at - 1000)]).toEqual([
            address,
            true,
            false,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays so: no page goes by the passing of time', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.integer({ min: 1, max: 60 }), async (all, days) => {
        const now = await pageAddresses(doorOf(all, NOW));
        const then = await pageAddresses(
          doorOf(all, timestampOf(instantOf(NOW) + days * 86_400_000)),
        );
        expect([...now].filter((address) => !then.has(address))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('why a page is not there', () => {
  const why = async (all: Article[], address: Address, rest: Partial<LinkedContent> = {}) =>
    (await new LinkTargets(contentOf(all, rest), instantOf(NOW)).judge(address, instantOf(NOW)))
      ?.why;
  const draft = exampleArticle('draft', '2026-11-20', { status: 'draft', tags: ['river'] });
  const coming = exampleArticle('coming', '2026-12-01', { tags: ['bridge'], lang: 'ru' });

  it.each([
    ['en/2026/11/20/draft.html', 'draft'],
    ['en/tag/river.html', 'draft'],
    ['en/tag/river.xml', 'draft'],
    ['ru/2026/12/01/coming.html', 'later'],
    ['ru/tag/bridge.html', 'later'],
    ['ru/2026/12/index.html', 'later'],
    ['en/tag/bridge.html', 'empty'],
    ['en/tag/404.html', 'empty'],
    ['en/author/anna.html', 'empty'],
    ['en/series/flood.html', 'empty'],
    ['en/newsletter/weekly/latest.html', 'empty'],
    ['en/tag/none.html', 'nothing'],
    ['en/newsletter/daily/latest.html', 'nothing'],
    ['en/section/news/2026-11.html', 'nothing'],
    ['de/tag/river.html', 'nothing'],
  ])('%s: %s', async (address, expected) => {
    expect(await why([draft, coming], address)).toBe(expected);
  });

  it('is not asked of what an article with errors may stand on', async () => {
    const despiteErrors = addressesDespite(
      [
        {
          address: { lang: 'en', year: '2026', month: '10', day: '01', slug: 'broken' },
          formerAddresses: ['old/broken'],
        },
      ],
      [{ lang: 'en', slug: 'about' }],
    );
    const rest = { despiteErrors, broken: [{ lang: 'en' }] };
    const there = [
      'en/2026/10/01/broken.html',
      'old/broken.html',
      'en/about.html',
      'en/tag/river.html',
    ];
    for (const address of there) expect(await why([], address, rest)).toBeUndefined();
    expect(await why([], 'en/tag/none.html', rest)).toBe('nothing');
    expect(await why([], 'en/2026/10/01/other.html', rest)).toBe('nothing');
  });

  const BROKEN: Broken = {
    lang: 'ru',
    address: { lang: 'ru', year: '2026', month: '11', day: '01', slug: 'broken' },
    lists: { section: ['news'], tag: ['bridge'], author: ['anna'], series: [] },
  };

  it.each<[Address, string | undefined]>([
    ['ru/author/anna.html', undefined],
    ['ru/tag/bridge.html', undefined],
    ['ru/author/boris.html', 'later'],
    ['ru/2026/11/index.html', undefined],
    ['ru/2026/10/index.html', 'nothing'],
    ['ru/2025/11/index.html', 'nothing'],
  ])('nor what it stands on now where others do later: %s', async (address, expected) => {
    const later = exampleArticle('later', '2026-12-01', {
      tags: ['bridge'],
      authors: ['anna', 'boris'],
      lang: 'ru',
    });
    const despiteErrors = addressesDespite([BROKEN], []);
    expect(await why([later], address, { broken: [BROKEN], despiteErrors })).toBe(expected);
  });

  it.each<[Broken, address: Address, expected: string | undefined]>([
    [{}, 'en/tag/river.html', undefined],
    [{ lang: 'en', lists: {} }, 'en/tag/river.html', undefined],
    [{ lang: 'en', lists: { tag: ['river'] } }, 'en/tag/river.html', undefined],
    [{ lang: 'en', lists: { tag: ['river'] } }, 'en/tag/river.xml', undefined],
    [{ lang: 'en', lists: { tag: ['river'] } }, 'en/tag/river/2026.html', undefined],
    [{ lang: 'en', lists: { tag: ['rivre'] } }, 'en/tag/river.html', undefined],
    [{ lang: 'en', lists: { tag: ['rivre'] } }, 'en/tag/bridge.html', 'empty'],
    [{ lang: 'en', lists: { tag: ['harbour'] } }, 'en/tag/river.html', undefined],
    [{ lang: 'en', lists: { tag: ['bridge'] } }, 'en/tag/river.html', 'empty'],
    [{ lang: 'en', lists: { tag: [] } }, 'en/tag/river.html', 'empty'],
    [{ lang: 'ru', lists: { tag: ['river'] } }, 'en/tag/river.html', 'empty'],
    [{ lang: 'en', lists: { author: ['boris'] } }, 'en/author/anna.html', 'empty'],
    [{ lang: 'en', lists: { author: ['anna'] } }, 'en/author/anna.html', undefined],
    [{ lang: 'en', lists: { series: [] } }, 'en/series/flood.html', 'empty'],
    [{ lang: 'en', lists: { series: ['flood'] } }, 'en/series/flood.html', undefined],
    [{ lang: 'en', lists: { series: [] } }, 'en/newsletter/weekly/latest.html', undefined],
    [{ lang: 'ru', lists: {} }, 'en/newsletter/weekly/latest.html', 'empty'],
  ])('beside an article with errors, %j: %s is %s', async (article, address, expected) => {
    expect(await why([], address, { broken: [article] })).toBe(expected);
  });

  it('is that a list is still short enough for one page', async () => {
    const many = Array.from({ length: LIST_NEWEST + 1 }, (_, index) =>
      exampleArticle(`n${index}`, index === 0 ? '2026-11-30' : '2026-11-01'),
    );
    const address = 'en/section/news/2026-11.html';
    expect(await why(many, address)).toBe('later');
    expect(await why(many.slice(1), address)).toBe('nothing');
    expect(await why([...many.slice(1), exampleArticle('one-more', '2026-11-02')], address)).toBe(
      undefined,
    );
  });
});
