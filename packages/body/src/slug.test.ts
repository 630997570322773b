import { expect, test } from 'vitest';
import { SLUG_MAX } from './limits.ts';
import { buildSlug } from './slug.ts';

test.each([
  ['Щука и подъезд', 'ru', 'shchuka-i-podezd'],
  ['Історія', 'uk', 'istoriya'],
  ['Гроші', 'uk', 'hroshi'],
  ['Къща', 'bg', 'kashta'],
  ['Crème brûlée!', 'fr', 'creme-brulee'],
  ['Đubrište: Đorđe Ćosić', 'sr-Latn', 'djubriste-djordje-cosic'],
  ['Ђубриште', 'sr', 'djubriste'],
  ['Łukasz z Łodzi', 'pl', 'lukasz-z-lodzi'],
  ['Lê Văn Đức', 'vi', 'le-van-duc'],
  ['Øst for Ærø', 'da', 'oest-for-aeroe'],
  ['Ørsta på Sørlandet', 'nb', 'orsta-pa-sorlandet'],
  ['Straße über Köln', 'de', 'strasse-ueber-koeln'],
  ['Köln över', 'sv', 'koln-over'],
  ['Iğdır ILICA', 'tr', 'igdir-ilica'],
  ['Əliyev', 'az', 'eliyev'],
  ['Œuvre', 'fr', 'oeuvre'],
  ['Þing og Ísafjörður', 'is', 'thing-og-isafjordur'],
  ['Ħal Għaxaq', 'mt', 'hal-ghaxaq'],
  ['Toshkent, Oʻzbekiston', 'uz', 'toshkent-ozbekiston'],
  ['И\u0306од', 'ru', 'iod'],
  ['!!!', 'en', 'a6cc06da'],
])('%s in %s is %s', (text, lang, slug) => {
  expect(buildSlug(text, lang)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  if (text !== '!!!') expect(buildSlug(text, lang)).toBe(slug);
});

test('long headings end at a word', () => {
  const slug = buildSlug('слово '.repeat(30), 'ru');
  expect(slug.length).toBeLessThanOrEqual(SLUG_MAX);
  expect(slug.endsWith('slovo')).toBe(true);
});
