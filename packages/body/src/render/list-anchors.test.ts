import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listAnchors } from './list-anchors.ts';
import { renderBody } from './render-body.ts';
import { sampleOptions } from '../../testing/sample-options.ts';

const idsOf = (html: string): string[] =>
  [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);

const sources = [{ id: 'report', title: 'Report' }];

test('headings, notes and the way back from them', () => {
  const markdown = '## Мост\n\n## Мост\n\nA.[^report] B.[^report] C.[^b]\n\n[^b]: Text.';
  const { ids } = listAnchors(markdown, { lang: 'ru', sources, fragment: 'note-' });
  expect([...ids]).toEqual([
    'note-h-most',
    'note-h-most-2',
    'note-r-1',
    'note-r-1-2',
    'note-r-2',
    'note-notes',
    'note-n-1',
    'note-n-2',
  ]);
});

test('a heading is found by its words', () => {
  const { resolve } = listAnchors('## Мост', { lang: 'ru', sources, fragment: 'e-a-' });
  expect(['most', 'h-most', 'n-1', 'nope'].map(resolve)).toEqual([
    'e-a-h-most',
    'e-a-h-most',
    'n-1',
    'nope',
  ]);
});

test('a text that is not parsed has none', () => {
  const { ids, resolve } = listAnchors('>'.repeat(50), { lang: 'ru', sources });
  expect([[...ids], resolve('a')]).toEqual([[], 'a']);
});

test('are the ids of the HTML, whatever the text', () => {
  const part = fc.constantFrom(
    '## A',
    '# B',
    '> ',
    '\n\n',
    '[^a]',
    '[^report]',
    '[^a]: x',
    '- ',
    'w ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const markdown = parts.join('');
      const html = renderBody(markdown, sampleOptions({ sources }));
      const { ids } = listAnchors(markdown, { lang: 'ru', sources });
      expect([...ids].sort()).toEqual(idsOf(html).sort());
    }),
  );
});
