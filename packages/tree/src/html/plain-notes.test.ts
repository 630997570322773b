import { expect, test } from 'vitest';
import { plainNotes } from './plain-notes.ts';

/** A text with notes as `packages/body` writes it. */
const NOTES =
  '<p>Три миллиона<sup><a href="#n-1" id="r-1" role="doc-noteref">1</a></sup> и <a href="https://example.org/">отчёт</a><sup><a href="#n-1" id="r-1-2" role="doc-noteref">1</a></sup><sup><a href="#n-2" id="r-2" role="doc-noteref">2</a></sup>.</p>\n<section role="doc-endnotes"><h2>Источники</h2><ol><li id="n-1"><p>Приказ.</p> <a href="#r-1" role="doc-backlink" aria-label="К тексту">↩</a></li><li id="n-2"><p>Суд.</p> <a href="#r-2" role="doc-backlink" aria-label="К тексту">↩</a></li></ol></section>';

test('the numbers of notes are words in brackets, and nothing leads to them or back', () => {
  const html = plainNotes(NOTES);
  expect(html).not.toMatch(/href="#|↩|role="doc-(?:noteref|backlink)"/);
  expect(html).toContain('миллиона<sup>[1]</sup>');
  expect(html).toContain('<a href="https://example.org/">отчёт</a>');
  expect(html).toMatch(/Приказ\.<\/p>[\s\S]*Суд\.<\/p>/);
});

test('a text without notes stays as it is', () => {
  const html = '<p>Текст с <a href="https://example.org/">ссылкой</a>.</p>';
  expect(plainNotes(html)).toBe(html);
});
