import { renderBody } from '@tamizdat/body';
import { expect, test } from 'vitest';
import { plainNotes } from './plain-notes.ts';

const render = (markdown: string): string =>
  renderBody(markdown, {
    lang: 'ru',
    words: { sources: 'Источники', backToText: 'К тексту', archived: 'копия' },
    sources: [],
    picture: () => null,
  });

test('the numbers of notes are words in brackets, and nothing leads to them or back', () => {
  const html = plainNotes(
    render(
      'Три миллиона[^a] и [отчёт](https://example.org/)[^a][^b].\n\n[^a]: Приказ.\n\n[^b]: Суд.',
    ),
  );
  expect(html).not.toMatch(/href="#|↩|role="doc-(?:noteref|backlink)"/);
  expect(html).toContain('миллиона<sup>[1]</sup>');
  expect(html).toContain('<a href="https://example.org/">отчёт</a>');
  expect(html).toMatch(/Приказ\.<\/p>[\s\S]*Суд\.<\/p>/);
});

test('a text without notes stays as it is', () => {
  const html = render('Текст с [ссылкой](https://example.org/).');
  expect(plainNotes(html)).toBe(html);
});
