import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMarkedResult, type TextRun } from './marked-text.ts';
import type { PagefindFragment } from './pagefind.ts';

function fragment(
  title: string,
  standfirst: string | undefined,
  body: string,
  locations: number[],
): PagefindFragment {
  const content = [title, standfirst, body].filter((part) => part !== undefined).join(' ');
  return { content, locations, meta: { title, standfirst } };
}

const write = (runs: readonly TextRun[]): string =>
  runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('marks stand in title, standfirst and body, each where the word is', () => {
  const shown = buildMarkedResult(
    fragment('Реки и города', 'О реках.', 'Город у реки Волги', [0, 4, 7]),
  );
  expect(write(shown.title)).toBe('[Реки] и города');
  expect(write(shown.standfirst)).toBe('О [реках].');
  expect(write(shown.excerpt)).toBe('Город у [реки] Волги');
});

test('punctuation stays outside a mark', () => {
  const shown = buildMarkedResult(fragment('«Ёлки», 12-я … —', undefined, '', [0, 1, 2]));
  expect(write(shown.title)).toBe('«[Ёлки]», [12-я] … —');
});

test('words side by side keep marks of their own', () => {
  expect(write(buildMarkedResult(fragment('a b c d', undefined, '', [1, 2])).title)).toBe(
    'a [b] [c] d',
  );
});

test('a hit in the headline alone brings no excerpt beside a standfirst, else the opening', () => {
  expect(buildMarkedResult(fragment('Реки', 'О воде.', 'Текст', [0])).excerpt).toEqual([]);
  expect(write(buildMarkedResult(fragment('Реки', undefined, 'Текст', [0])).excerpt)).toBe('Текст');
});

test('an excerpt is cut where most hits are and says that it was cut', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  const shown = write(
    buildMarkedResult(fragment('Title', 'Stand.', words.join(' '), [12, 102, 104])).excerpt,
  );
  expect(shown).toMatch(/^… w95 w96 w97 w98 w99 \[w100\] w101 \[w102\] /);
  expect(shown).toMatch(/w124 …$/);
});

test('whatever the text and the positions, the words of the title are shown unchanged', () => {
  const words = fc.array(fc.constantFrom('<b>', '&amp;', 'слово', '(да).', '"a"', 'x'), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, words, fc.array(fc.integer({ min: 0, max: 30 })), (title, body, places) => {
      const shown = buildMarkedResult(fragment(title.join(' '), undefined, body.join(' '), places));
      expect(shown.title.map((run) => run.text).join('')).toBe(title.join(' '));
      expect(shown.excerpt.map((run) => run.text).join('')).toBe(body.join(' '));
      const marked = [...shown.title, ...shown.excerpt].filter((run) => run.marked).length;
      const total = title.length + body.length;
      expect(marked).toBe(new Set(places.filter((place) => place < total)).size);
    }),
  );
});
