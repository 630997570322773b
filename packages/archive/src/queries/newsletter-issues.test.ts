import type { Article, Newsletter } from '@tamizdat/article-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../testing/example-article.ts';
import { exampleOutlet } from '../../testing/example-outlet.ts';
import { Archive } from '../archive.ts';
import { buildNewsletterIssues, isClosed } from './newsletter-issues.ts';
import { periodOfDay } from './newsletter-periods.ts';

const day = (date: string) => {
  const [year = '', month = '', number = ''] = date.split('-');
  return { year, month, day: number };
};

describe('the period of a day', () => {
  it.each([
    ['2026-11-22', '2026-w47', '2026-11-16', '2026-11-22'],
    ['2026-11-23', '2026-w48', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-w53', '2026-12-28', '2027-01-03'],
    ['2024-12-30', '2025-w01', '2024-12-30', '2025-01-05'],
    ['2023-01-01', '2022-w52', '2022-12-26', '2023-01-01'],
  ])('of %s is the week %s', (date, id, from, to) => {
    expect(periodOfDay(day(date), 'weekly')).toEqual({ id, from, to });
  });

  it.each([
    ['2024-02-10', '2024-02', '2024-02-29'],
    ['2026-12-31', '2026-12', '2026-12-31'],
  ])('of %s is the month %s, to %s', (date, id, to) => {
    expect(periodOfDay(day(date), 'monthly')).toEqual({ id, from: `${id}-01`, to });
  });

  it('always holds the day, and is the same for each of its days', () => {
    const dates = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const frequencies = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const);
    fc.assert(
      fc.property(dates, frequencies, (date, frequency) => {
        const text = date.toISOString().slice(0, 10);
        const period = periodOfDay(day(text), frequency);
        expect(period.from <= text && text <= period.to).toBe(true);
        expect(periodOfDay(day(period.from), frequency)).toEqual(period);
        expect(periodOfDay(day(period.to), frequency)).toEqual(period);
      }),
    );
  });
});

const SOURCE = { authors: [], pages: [], fronts: new Map(), words: new Map() };

describe('issues', () => {
  const pick = { newsletter: { pick: true, blurb: 'Read this.' } };
  const articles = [
    exampleArticle('c', '2026-11-18', pick),
    exampleArticle('b', '2026-11-17', { newsletter: { pick: false } }),
    exampleArticle('a', '2026-11-16', pick),
    exampleArticle('old', '2026-11-15', pick),
    exampleArticle('plain', '2026-11-14'),
  ];

  it('hold what was picked in their days, newest first', () => {
    const issues = buildNewsletterIssues(articles, 'weekly');
    expect(
      issues.map(({ id, articles: picked }) => [id, picked.map(({ address }) => address.slug)]),
    ).toEqual([
      ['2026-w47', ['c', 'a']],
      ['2026-w46', ['old']],
    ]);
  });

  it('hold everything of their days where a letter carries it, the picks first', () => {
    const issues = buildNewsletterIssues(articles, 'weekly', 'all');
    expect(
      issues.map(({ id, articles: held }) => [id, held.map(({ address }) => address.slug)]),
    ).toEqual([
      ['2026-w47', ['c', 'a', 'b']],
      ['2026-w46', ['old', 'plain']],
    ]);
  });

  it.each(['removed', 'withdrawn', 'draft'] as const)(
    'that are over name no article more that was %s since',
    async (status) => {
      const taken = exampleArticle('gone', '2026-11-17', {
        ...pick,
        status,
        updatedAt: '2026-11-25T12:00:00Z',
        editorsNote: 'It was wrong.',
      });
      const newsletter = { id: 'weekly', lang: 'en', frequency: 'weekly' } as Newsletter;
      const outlet = { ...exampleOutlet, newsletters: [newsletter] };
      const slugs = async (list: Article[]) => {
        const source = { ...SOURCE, outlet, articles: list };
        const door = new Archive(() => Promise.resolve(source), { clock: '2026-11-30T00:00:00Z' });
        const issues = await door.closedIssues(newsletter);
        return issues.map((issue) => issue.articles.map(({ address }) => address.slug));
      };
      expect(await slugs([...articles, { ...taken, status: 'ready' }])).toEqual([
        ['c', 'gone', 'a'],
        ['old'],
      ]);
      expect(await slugs([...articles, taken])).toEqual([['c', 'a'], ['old']]);
      // An issue of nothing else has no page.
      expect(await slugs([taken])).toEqual([]);
    },
  );

  it('are closed when their last day is over where the outlet is', () => {
    const week = periodOfDay(day('2026-11-22'), 'weekly');
    expect(isClosed(week, '2026-11-22T21:59:59Z', 'Europe/Vilnius')).toBe(false);
    expect(isClosed(week, '2026-11-22T22:00:00Z', 'Europe/Vilnius')).toBe(true);
    expect(isClosed(week, '2026-11-22T22:00:00Z', 'UTC')).toBe(false);
  });
});
