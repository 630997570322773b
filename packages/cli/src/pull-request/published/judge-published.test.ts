import type { ArticleOutline } from '@tamizdat/article-schema';
import { describe, expect, test } from 'vitest';
import { judgePublished } from './judge-published.ts';

const NOW = '2026-11-22T12:00:00Z';
const FERRY = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';
const BRIDGE = '01JD8Z0Q5X4K2M7N9P3R6S8T0W';

function article(slug: string, more: Partial<ArticleOutline> = {}): ArticleOutline {
  const address = { lang: 'ru', year: '2026', month: '11', day: '20', slug };
  return {
    path: `articles/ru/2026/11/20-${slug}/index.md`,
    address,
    id: FERRY,
    lang: 'ru',
    status: 'ready',
    publishedAt: '2026-11-20T10:00:00+02:00',
    ...more,
  };
}

const told = (before: readonly ArticleOutline[], after: readonly ArticleOutline[]) =>
  judgePublished(before, after, NOW).map(({ path, finding }) => [
    path.slice('articles/ru/2026/11/'.length, -'/index.md'.length),
    finding.code,
  ]);

const ferry = article('ferry', { formerAddresses: ['old/ferry'], translationKey: 'ferry' });

describe('an article that is published', () => {
  test('may be changed, withdrawn, removed, and moved where its addresses are kept', () => {
    const kept = { ...ferry, formerAddresses: ['ru/2026/11/20/ferry', 'old/ferry'] };
    const there = article('boat').address;
    const away = article('boat');
    for (const after of [
      { ...ferry, title: 'Another' },
      { ...ferry, status: 'withdrawn' as const },
      { ...ferry, status: 'removed' as const },
      { ...kept, path: away.path, ...(there && { address: there }) },
    ]) {
      expect(told([ferry], [after])).toEqual([]);
    }
    const back = article('ferry', { formerAddresses: ['old/ferry', 'ru/2026/11/20/boat'] });
    const was = article('boat', { formerAddresses: ['ru/2026/11/20/ferry', 'old/ferry'] });
    expect(told([was], [back])).toEqual([]);
  });

  test('keeps its id', () => {
    const [one, ...more] = judgePublished([ferry], [{ ...ferry, id: BRIDGE }], NOW);
    expect(more).toEqual([]);
    expect(one?.finding).toMatchObject({
      code: 'published-id-changed',
      found: BRIDGE,
      example: `id: ${FERRY}`,
    });
  });

  test.each([
    [undefined, 'https://old.example/?p=1', ['published-feed-id-changed']],
    ['https://old.example/?p=1', undefined, ['published-feed-id-changed']],
    ['https://old.example/?p=1', 'https://old.example/?p=2', ['published-feed-id-changed']],
    ['https://old.example/?p=1', 'https://old.example/?p=1', []],
  ])('keeps its former id in feeds: %s, then %s', (was, now, codes) => {
    const withId = (feedId: string | undefined) => ({
      ...ferry,
      ...(feedId !== undefined && { feedId }),
    });
    const found = judgePublished([withId(was)], [withId(now)], NOW);
    expect(found.map(({ finding }) => finding.code)).toEqual(codes);
    expect(judgePublished([withId(was)], [{ ...withId(now), status: 'removed' }], NOW)).toEqual([]);
  });

  test.each([
    ['2026-11-20T10:00:01+02:00', ['published-redated']],
    ['2026-11-20T00:00:00+02:00', ['published-redated']],
    ['2026-11-21T10:00:00+02:00', ['published-redated']],
    ['2026-11-20T08:00:00Z', []],
    ['2026-11-22T12:00:01Z', ['published-postponed']],
  ])('keeps the moment of its publication: %s', (publishedAt, codes) => {
    const found = judgePublished([ferry], [{ ...ferry, publishedAt }], NOW);
    expect(found.map(({ finding }) => finding.code)).toEqual(codes);
    const [one] = found;
    if (one?.finding.code === 'published-redated')
      expect(one.finding).toMatchObject({
        severity: 'warning',
        path: ['publishedAt'],
        example: 'publishedAt: 2026-11-20T10:00:00+02:00',
      });
  });

  test('leads on from where it stood, and the line for that is told', () => {
    const away = article('boat', { formerAddresses: ['mine'] });
    const [one, ...more] = judgePublished([ferry], [away], NOW);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      path: away.path,
      finding: {
        code: 'published-moved',
        example: 'formerAddresses: [mine, ru/2026/11/20/ferry, old/ferry]',
      },
    });
    expect(one?.finding.remedy).toContain(one?.finding.example);
  });

  test('keeps its former addresses', () => {
    const [one] = judgePublished([ferry], [article('ferry', { formerAddresses: ['new'] })], NOW);
    expect(one?.finding).toMatchObject({
      code: 'published-former-address-lost',
      found: 'old/ferry',
      example: 'formerAddresses: [new, old/ferry]',
    });
  });

  test('is not deleted', () => {
    expect(told([ferry], [])).toEqual([['20-ferry', 'published-deleted']]);
    const gone = { ...ferry, status: 'removed' as const };
    expect(told([gone], [])).toEqual([['20-ferry', 'published-deleted']]);
  });

  test.each([
    [{ status: 'draft' as const }, 'published-to-draft'],
    [{ publishedAt: '2026-11-22T12:00:01Z' }, 'published-postponed'],
    [{ embargoUntil: '2026-12-01T00:00:00Z' }, 'published-postponed'],
  ])('does not vanish by %j', (change, code) => {
    expect(told([ferry], [{ ...ferry, ...change }])).toEqual([['20-ferry', code]]);
    const away = article('boat', {
      ...change,
      formerAddresses: ['ru/2026/11/20/ferry', 'old/ferry'],
    });
    expect(told([ferry], [away])).toEqual([['20-boat', code]]);
  });
});

describe('another article', () => {
  test('does not take an address that one had or has', () => {
    const moved = article('boat', { formerAddresses: ['ru/2026/11/20/ferry'] });
    const other = article('bridge', { id: BRIDGE, formerAddresses: ['x', 'old/ferry'] });
    const findings = judgePublished([ferry], [moved, other], NOW);
    expect(findings.map(({ path, finding }) => [path, finding.code, finding.path])).toEqual([
      [moved.path, 'published-former-address-lost', ['formerAddresses']],
      [other.path, 'published-address-taken', ['formerAddresses', 1]],
    ]);
    const standing = article('boat', { id: BRIDGE });
    const was = article('ferry', { formerAddresses: ['ru/2026/11/20/boat'] });
    expect(told([was], [article('ferry'), standing])).toEqual([
      ['20-ferry', 'published-former-address-lost'],
      ['20-boat', 'published-address-taken'],
    ]);
  });

  test('that stands where one was moved away has another id there', () => {
    const moved = article('boat', { formerAddresses: ['old/ferry'] });
    expect(told([ferry], [article('ferry', { id: BRIDGE }), moved])).toContainEqual([
      '20-ferry',
      'published-id-changed',
    ]);
  });

  test('does not become the version that readers are led to', () => {
    const other = article('bridge', { id: BRIDGE, translationKey: 'ferry' });
    const without = article('ferry', { formerAddresses: ['old/ferry'] });
    expect(told([ferry], [without, other])).toEqual([['20-bridge', 'published-translation-taken']]);
    const english = article('bridge', { id: BRIDGE, lang: 'en', translationKey: 'ferry' });
    expect(told([ferry], [without, english])).toEqual([]);
    expect(told([ferry, other], [without, other])).toEqual([]);
  });
});

describe('what readers do not know yet', () => {
  test.each([
    [{ status: 'draft' as const }],
    [{ publishedAt: '2026-11-22T12:00:01Z' }],
    [{ embargoUntil: '2026-11-22T12:00:01Z' }],
  ])('%j may change in any way', (hidden) => {
    const was = { ...ferry, ...hidden };
    const other = article('bridge', { id: BRIDGE, formerAddresses: ['ru/2026/11/20/ferry'] });
    expect(told([was], [])).toEqual([]);
    expect(told([was], [article('ferry', { id: BRIDGE }), article('boat'), other])).toEqual([]);
  });

  test('the moment at which it appears counts as published', () => {
    expect(told([{ ...ferry, publishedAt: NOW }], [])).toHaveLength(1);
  });
});
