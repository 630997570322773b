import type { Newsletter } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { newsletterTranslations } from './newsletter-translations.ts';

const letter = (lang: string, id: string, frequency: Newsletter['frequency']): Newsletter =>
  ({
    id,
    lang,
    name: id,
    description: '',
    frequency,
    provider: { kind: 'link', url: 'https://letters.example/' },
    privacy: 'privacy',
  }) as unknown as Newsletter;

const ids = (of: Newsletter, all: Newsletter[]): string[] =>
  [...newsletterTranslations(of, all).values()].map(({ id }) => id);

describe('the same newsletter in other editions', () => {
  const week = letter('en', 'week', 'weekly');
  const nedelya = letter('ru', 'nedelya', 'weekly');

  it('has the same rhythm', () => {
    const daily = letter('ru', 'den', 'daily');
    expect(ids(week, [week, daily, nedelya])).toEqual(['week', 'nedelya']);
    expect(ids(nedelya, [week, daily, nedelya])).toEqual(['week', 'nedelya']);
    expect(ids(daily, [week, daily, nedelya])).toEqual(['den']);
  });

  it('is not guessed among several', () => {
    const second = letter('ru', 'sud', 'weekly');
    expect(ids(week, [week, nedelya, second])).toEqual(['week']);
    expect(ids(second, [week, nedelya, second])).toEqual([]);
  });
});
