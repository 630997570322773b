import type { Problem } from '@tamizdat/problem';
import { expect, test } from 'vitest';
import { PROBLEMS_SHOWN } from './limits.ts';
import { askedLanguage } from './own-content.ts';
import { problemNotice } from './problem-notice.ts';

const problem: Problem = {
  file: 'content/articles/ru/2026/11/22-a/index.md',
  line: 4,
  column: 1,
  code: 'unknown-field',
  severity: 'error',
  message: 'There is no field “<b>”.',
  remedy: 'Remove it.',
  ru: { message: 'Поля «<b>» нет.', remedy: 'Уберите его.' },
};

test('is in the language of the page', () => {
  const russian = problemNotice([problem], undefined, 'ru');
  expect(russian).toContain('lang="ru"');
  expect(russian).toContain('Поля «&lt;b&gt;» нет. Уберите его.');
  expect(russian).toContain('Это нужно исправить');
  expect(russian).not.toMatch(/There is|To be mended|Problems/);
});

test('is in English on a page in a language that problems are not told in', () => {
  const english = problemNotice([problem], undefined, 'de');
  expect(english).toContain('lang="en"');
  expect(english).toContain('There is no field “&lt;b&gt;”. Remove it.');
});

test.each([
  ['/en/2026/11/21/a.html', 'ru', 'en'],
  ['/ru/', 'en', 'ru'],
  ['/de/2026/11/21/a.html', 'de', 'de'],
  ['/', 'ru', 'ru'],
  ['/media/a.webp', 'ru', 'ru'],
])('an answer to %s in %s is for who writes in %s', (pathname, shown, language) => {
  expect(askedLanguage(pathname, shown)).toBe(language);
});

test('tells the page’s own first, with its advice, and a number of the others', () => {
  const own = { ...problem, file: 'content/pages/ru/about.md', severity: 'warning' as const };
  const others = Array.from({ length: PROBLEMS_SHOWN + 6 }, () => problem);
  const notice = problemNotice([...others, own], 'content/pages/ru/about.md', 'ru');
  expect(notice.indexOf('about.md:4:1')).toBeLessThan(notice.indexOf('22-a/index.md:4:1'));
  expect(notice).toContain('Предупреждение: Поля');
  expect(notice).toContain('И ещё 7:');
  expect(problemNotice([own], undefined, 'ru')).toBe('');
});
