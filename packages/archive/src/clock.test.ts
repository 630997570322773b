import type { Appeal, Article, Newsletter, Outlet } from '@tamizdat/article-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildClock, CLOCK_START, nextBoundary } from './clock.ts';
import { exampleArticle } from '../testing/example-article.ts';
import { visibilityOf } from './visibility.ts';

const outlet = { newsletters: [], timeZone: 'Europe/Vilnius' };
const none = { articles: [], fronts: [], outlet };

const appeal = (name: string, dates: Partial<Appeal> = {}): Appeal => ({
  name,
  lang: 'en',
  title: name,
  file: `appeals/en/${name}.md`,
  ...dates,
});

describe('the clock', () => {
  it('moves at an appeal’s edges, and not before', () => {
    const appeals = [
      appeal('winter', { from: '2026-11-05T00:00:00+02:00', until: '2026-11-20T00:00:00.500Z' }),
    ];
    const at = (now: string) => buildClock({ ...none, appeals }, now);
    expect(at('2026-11-04T21:59:59Z')).toBe('2026-11-01T00:00:00Z');
    expect(at('2026-11-04T22:00:00Z')).toBe('2026-11-04T22:00:00Z');
    expect(at('2026-11-20T00:00:00Z')).toBe('2026-11-04T22:00:00Z');
    expect(at('2026-11-20T00:00:01Z')).toBe('2026-11-20T00:00:01Z');
  });

  it('moves with the month where there are appeals, for the reminder, and only there', () => {
    expect(buildClock({ ...none, appeals: [appeal('a')] }, '2026-12-31T23:59:59Z')).toBe(
      '2026-12-01T00:00:00Z',
    );
    expect(buildClock({ ...none, appeals: [] }, '2026-12-31T23:59:59Z')).toBe(CLOCK_START);
  });

  it('is the start of time for content without a boundary', () => {
    expect(buildClock(none, '2026-11-22T10:00:00Z')).toBe(CLOCK_START);
  });

  it('is the latest publication that is not after now', () => {
    const articles = [
      exampleArticle('a', '2026-11-20'),
      exampleArticle('b', '2026-11-21'),
      exampleArticle('c', '2026-11-30'),
    ];
    expect(buildClock({ articles, fronts: [], outlet }, '2026-11-21T13:00:00Z')).toBe(
      '2026-11-21T12:00:00Z',
    );
  });

  it('moves when an article was changed, so that no output bears a later time', () => {
    const at = '2026-11-20T15:30:00.200Z';
    const entry = { id: 'one', at, title: 'The first boat', body: 'It came.' };
    const text = 'There were two bridges, not three.';
    for (const change of [
      { updatedAt: at },
      { editorsNote: 'It was wrong.', editorsNoteAt: at },
      { corrections: [{ kind: 'correction' as const, at, text }] },
      { live: { entries: [{ ...entry, keyEvent: false, pinned: false }] } },
    ]) {
      const articles = [exampleArticle('a', '2026-11-20', change)];
      const clock = (now: string) => buildClock({ articles, fronts: [], outlet }, now);
      expect(clock('2026-11-20T18:00:00Z')).toBe('2026-11-20T15:30:01Z');
      expect(clock('2026-11-20T15:30:00Z')).toBe('2026-11-20T12:00:00Z');
    }
  });

  it('moves when an embargo ends, and not before', () => {
    const articles = [
      exampleArticle('a', '2026-11-20', { embargoUntil: '2026-11-20T18:00:00+02:00' }),
    ];
    expect(buildClock({ articles, fronts: [], outlet }, '2026-11-20T15:59:59Z')).toBe(CLOCK_START);
    expect(buildClock({ articles, fronts: [], outlet }, '2026-11-20T16:00:00Z')).toBe(
      '2026-11-20T16:00:00Z',
    );
  });

  it('moves when an article is 48 hours old', () => {
    const articles = [exampleArticle('a', '2026-11-20')];
    expect(buildClock({ articles, fronts: [], outlet }, '2026-11-25T00:00:00Z')).toBe(
      '2026-11-22T12:00:00Z',
    );
  });

  it('moves when a place on the front page expires', () => {
    const fronts = [
      { lead: { id: '01K00000000000000000000001', until: '2026-11-21T06:00:00Z' }, secondRank: [] },
    ];
    expect(buildClock({ articles: [], fronts, outlet }, '2026-11-21T06:00:00Z')).toBe(
      '2026-11-21T06:00:00Z',
    );
  });

  it('moves when the days of a newsletter’s issue are over', () => {
    const newsletters = [{ id: 'w', lang: 'en', frequency: 'weekly' }] as unknown as Newsletter[];
    const pick = { newsletter: { pick: true, blurb: 'Read this.' } };
    const clock = (rest: Partial<Article>) =>
      buildClock(
        {
          articles: [exampleArticle('a', '2026-11-16', { ...pick, ...rest })],
          fronts: [],
          outlet: { ...outlet, newsletters },
        },
        '2026-11-22T22:00:00Z',
      );
    expect(clock({})).toBe('2026-11-22T22:00:00Z');
    for (const other of [{ lang: 'ru' }, { newsletter: { pick: false } }])
      expect(clock(other)).toBe('2026-11-18T12:00:00Z');
    expect(clock({ status: 'draft' })).toBe(CLOCK_START);
  });

  it('moves when the days of a book are over', () => {
    const articles = [exampleArticle('a', '2026-11-16')];
    const clock = (books: Outlet['books']) =>
      buildClock({ articles, fronts: [], outlet: { ...outlet, books } }, '2026-12-01T10:00:00Z');
    expect(clock({ weeks: 1, months: 0 })).toBe('2026-11-22T22:00:00Z');
    expect(clock({ weeks: 1, months: 1 })).toBe('2026-11-30T22:00:00Z');
    expect(clock(undefined)).toBe('2026-11-18T12:00:00Z');
  });

  it('has whole seconds, and so has the moment an article appears', () => {
    const article = exampleArticle('a', '2026-11-20', { publishedAt: '2026-11-20T12:00:00.500Z' });
    const clock = (now: string) => buildClock({ articles: [article], fronts: [], outlet }, now);
    expect(clock('2026-11-20T12:00:00.900Z')).toBe(CLOCK_START);
    expect(visibilityOf(article, '2026-11-20T12:00:00.900Z', false)).toBe('hidden');
    expect(clock('2026-11-20T12:00:01Z')).toBe('2026-11-20T12:00:01Z');
    expect(visibilityOf(article, clock('2026-11-20T12:00:01Z'), false)).toBe('listed');
  });

  it('does not give away drafts or removals', () => {
    const articles = [
      exampleArticle('a', '2026-11-20', { status: 'draft' }),
      exampleArticle('b', '2026-11-20', { status: 'removed' }),
    ];
    expect(buildClock({ articles, fronts: [], outlet }, '2026-11-25T00:00:00Z')).toBe(CLOCK_START);
  });

  it('shows the same articles at the clock as at now', () => {
    const instant = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const article = fc
      .record({ published: instant, embargo: fc.option(instant) })
      .map(({ published, embargo }) =>
        exampleArticle('a', published.toISOString().slice(0, 10), {
          publishedAt: published.toISOString(),
          ...(embargo ? { embargoUntil: embargo.toISOString() } : {}),
        }),
      );
    fc.assert(
      fc.property(fc.array(article, { maxLength: 12 }), instant, (articles, now) => {
        const clock = buildClock({ articles, fronts: [], outlet }, now.toISOString());
        for (const each of articles) {
          expect(visibilityOf(each, clock, false)).toBe(
            visibilityOf(each, now.toISOString(), false),
          );
        }
      }),
    );
  });
});

describe('the next boundary', () => {
  const articles = [
    exampleArticle('early', '2026-11-20'),
    exampleArticle('late', '2026-11-22', { embargoUntil: '2026-11-23T08:00:00.500Z' }),
  ];
  const content = { ...none, articles, appeals: [appeal('winter', { until: '2026-11-30' })] };

  it('is the first moment at which the clock moves, and the clock stands still until then', () => {
    const time = fc.date({
      min: new Date('2026-10-01T00:00:00Z'),
      max: new Date('2027-01-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(time, fc.double({ min: 0, max: 1, noNaN: true }), (date, share) => {
        const now = date.toISOString();
        const next = nextBoundary(content, now) ?? '';
        expect(buildClock(content, next)).toBe(next);
        const between =
          date.getTime() + Math.floor(share * (Date.parse(next) - 1 - date.getTime()));
        expect(buildClock(content, new Date(between).toISOString())).toBe(buildClock(content, now));
      }),
    );
  });

  it('is none where nothing is to come', () => {
    expect(nextBoundary({ ...none, articles }, '2026-12-01T00:00:00Z')).toBeUndefined();
  });
});
