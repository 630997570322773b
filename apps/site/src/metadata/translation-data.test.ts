import type { Article } from '@tamizdat/article-schema';
import { expect, it } from 'vitest';
import { exampleArticle, exampleOutlet } from '../../testing/example-outlet.ts';
import { translationData } from './translation-data.ts';

const translated: Partial<Article> = { contributors: [{ role: 'translator', name: 'A' }] };
const english = exampleArticle('water', '2026-11-21', translated);
const russian = exampleArticle('voda', '2026-11-21', { lang: 'ru' });

it('names the original of a translation', () => {
  expect(translationData(exampleOutlet, english, [russian])).toEqual({
    translationOfWork: {
      '@type': 'NewsArticle',
      url: 'https://pane.example/ru/2026/11/21/voda.html',
      inLanguage: 'ru',
    },
  });
  expect(translationData(exampleOutlet, russian, [english])).toEqual({});
});

it('takes the default language’s for the original where nobody is said to have translated', () => {
  const plain = exampleArticle('plain', '2026-11-21');
  expect(translationData(exampleOutlet, plain, [russian])).toEqual({});
  expect(translationData(exampleOutlet, russian, [plain])).toHaveProperty('translationOfWork');
});
