import { Archive } from '@tamizdat/archive';
import { ArticleSchema, OutletSchema, type Article, type Front } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { selectFront } from './front-selection.ts';

const outlet = OutletSchema.parse({
  name: { en: 'Outlet' },
  description: { en: 'News' },
  origin: 'https://outlet.example/',
  tagAuthority: { domain: 'outlet.example', date: '2024' },
  languages: [{ code: 'en', name: 'English', locale: 'en' }],
  timeZone: 'UTC',
  sections: [
    { id: 'news', name: { en: 'News' } },
    { id: 'culture', name: { en: 'Culture' } },
  ],
  licence: { name: { en: 'CC' } },
});

/** Story number n, published on the n-th of November; the higher, the newer. */
function story(n: number, section = 'news'): Article {
  const day = String(n).padStart(2, '0');
  return ArticleSchema.parse({
    id: `01K${String(n).padStart(23, '0')}`,
    lang: 'en',
    kind: 'news',
    title: `Story number ${n}`,
    section,
    status: 'ready',
    publishedAt: `2026-11-${day}T12:00:00Z`,
    address: { lang: 'en', year: '2026', month: '11', day, slug: `story-${n}` },
    folder: `articles/en/2026/11/${day}-story-${n}`,
    bodyLine: 1,
  });
}

const idOf = (n: number): string => `01K${String(n).padStart(23, '0')}`;

function open(articles: Article[], front?: Front): Archive {
  const fronts = new Map(front ? [['en', front]] : []);
  return new Archive(
    () => Promise.resolve({ outlet, authors: [], pages: [], fronts, articles, words: new Map() }),
    {
      clock: '2026-11-22T00:00:00Z',
    },
  );
}

const numbers = (articles: (Article | undefined)[]): number[] =>
  articles.map((article) => Number(article?.address.slug.slice('story-'.length)));

describe('the front page', () => {
  const ten = Array.from({ length: 10 }, (_, place) => story(place + 1));

  it('leads with the newest, then a second rank, a third, then what is left of each section', async () => {
    const { lead, second, third, sections } = await selectFront(
      open([...ten, story(11, 'culture')]),
      'en',
    );
    expect(numbers([lead])).toEqual([11]);
    expect(numbers(second)).toEqual([10, 9, 8, 7]);
    expect(numbers(third)).toEqual([6, 5, 4, 3]);
    expect(sections.map(({ id, stories }) => [id, numbers(stories)])).toEqual([['news', [2, 1]]]);
  });

  it('leaves out of sections what is older than half a year beside the newest', async () => {
    const old = (day: string): Article => ({
      ...story(30),
      id: day,
      publishedAt: `${day}T12:00:00Z`,
    });
    const { sections } = await selectFront(
      open([...ten, old('2026-05-13'), old('2026-05-11')]),
      'en',
    );
    const shown = sections.flatMap(({ stories }) => stories.map(({ publishedAt }) => publishedAt));
    expect(shown).toEqual(['2026-11-01T12:00:00Z', '2026-05-13T12:00:00Z']);
  });

  it('is edited while the editor’s choice lasts', async () => {
    const front = {
      lead: { id: idOf(2), until: '2026-11-23T00:00:00Z' },
      secondRank: [
        { id: idOf(3), until: '2026-11-23T00:00:00Z' },
        { id: idOf(4), until: '2026-11-22T00:00:00Z' },
      ],
    };
    const { lead, second } = await selectFront(open(ten, front), 'en');
    expect(numbers([lead])).toEqual([2]);
    expect(numbers(second)).toEqual([3, 10, 9, 8]);
  });

  it('shows no story twice and loses none that fits', async () => {
    const front = { secondRank: [{ id: idOf(10), until: '2027-01-01T00:00:00Z' }] };
    const { lead, second, third, sections } = await selectFront(open(ten, front), 'en');
    const shown = numbers([
      lead,
      ...second,
      ...third,
      ...sections.flatMap(({ stories }) => stories),
    ]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toEqual([9, 10, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('stands with nothing to show', async () => {
    expect(await selectFront(open([]), 'en')).toEqual({
      lead: undefined,
      second: [],
      third: [],
      sections: [],
    });
  });
});
