import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectBody } from '../inspect.ts';
import { parseBody } from '../parse.ts';
import { renderBody } from '../render/render-body.ts';
import { sampleOptions } from '../../testing/sample-options.ts';
import { partSigns } from './part-signs.ts';

const cellsOf = (row: string): string[] =>
  Array.from(
    renderBody(`| a | b |\n|---|---|\n${row}`, sampleOptions())
      .replace(/^.*<tbody>/, '')
      .matchAll(/<td>(.*?)<\/td>/g),
    ([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ''),
  );

test.each([
  ['|https://a.example/x|https://a.example/y|', ['https://a.example/x', 'https://a.example/y']],
  ['| https://a.example/x|да |', ['https://a.example/x', 'да']],
  ['|www.a.example|x|', ['www.a.example', 'x']],
  ['|x|https://a.example/x|', ['x', 'https://a.example/x']],
  ['|HTTPS://a.example|x|', ['HTTPS://a.example', 'x']],
  [
    '|«https://a.example/x»|(https://a.example/y)|',
    ['«https://a.example/x»', '(https://a.example/y)'],
  ],
  ['|[x](https://a.example/?q=a\\|b)|y|', ['x', 'y']],
])('an address in a table’s cell ends at its border: %s', (row, cells) => {
  expect(cellsOf(row)).toEqual(cells);
  expect(inspectBody(`| a | b |\n|---|---|\n${row}`).misread).toEqual([]);
});

test('in the head of a table, and in a quotation', () => {
  for (const sign of ['', '> ']) {
    const shown = `${sign}|https://a.example/x|b|\n${sign}|-|-|\n${sign}|1|https://a.example/y|`;
    const html = renderBody(shown, sampleOptions());
    expect(html).toContain('>https://a.example/x</a></th><th>b</th>');
    expect(html).toContain('>https://a.example/y</a></td></tr>');
  }
});

test('facts stand where they stand in the text that was given', () => {
  const markdown =
    '|https://a.example/x|b|\n|-|-|\n|1|https://a.example/y|\n\nx https://a.example/z|b';
  const { links } = inspectBody(markdown);
  expect(links.map(({ url }) => url)).toEqual(
    ['x', 'y', 'z'].map((end) => `https://a.example/${end}`),
  );
  for (const { url, at, places } of links) {
    expect(markdown.slice(at.offset).startsWith(url)).toBe(true);
    expect(places.map(({ start, end }) => markdown.slice(start, end))).toEqual([url]);
  }
});

test('nothing else is touched, and every offset leads back', () => {
  for (const kept of [
    '```\ncurl https://a.example|sh\n---\nhttps://a.example|x\n```',
    'https://a.example|x',
    '| a |\n|---|\n| [x](https://a.example/?a|b) |',
  ])
    expect(partSigns(kept).text).toBe(kept);
  const pieces = fc.constantFrom('|', 'https://a.example/x', '\n', '|-|-|', ' ', 'é', '```');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (given) => {
      const written = given.join('');
      const { text, toGiven } = partSigns(written);
      expect(text.replaceAll(' ', '')).toBe(written.replaceAll(' ', ''));
      for (let at = 0; at < text.length; at += 1)
        expect([written[toGiven(at)], ' ']).toContain(text[at]);
    }),
  );
});

test('a pipe in the address of a link is told with the row as it works', () => {
  for (const [row = '', right] of [
    ['|[x](https://a.example/?q=a|b)|y|', '|[x](https://a.example/?q=a\\|b)|y|'],
    ['|<https://a.example/?q=a|b>|y|', '|<https://a.example/?q=a%7Cb>|y|'],
  ]) {
    const table = `| a | b |\n|---|---|\n`;
    expect(inspectBody(table + row).misread).toMatchObject([{ kind: 'row-long', mended: right }]);
    const mended = parseBody(`${table}${right ?? ''}`);
    expect(mended.ok && mended.body.misread).toEqual([]);
  }
});

test('many tables take no longer than their length', () => {
  const start = process.threadCpuUsage();
  partSigns('|-|-|\n|https://a.example/|\n\n'.repeat(10_000));
  partSigns(`|-|-|\n${'www.'.repeat(60_000)}`);
  partSigns('|-'.repeat(100_000));
  // Microseconds that this thread computed, whatever else the machine does.
  expect(process.threadCpuUsage(start).user).toBeLessThan(10_000_000);
});
