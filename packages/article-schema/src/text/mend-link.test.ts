import { inspectBody } from '@tamizdat/body';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftoverNotes } from './leftover-notes.ts';

const notes = (markdown: string) => leftoverNotes(inspectBody(markdown).prose, markdown);

const words = fc.constantFrom('Кран', 'A crane', '起重机', 'Кран [архив]', 'O’Neil', 'Завод 5 %');
const address = fc.constantFrom(
  'https://example.org/a',
  'https://example.org/a_(b)',
  'https://example.org/?q=1&b=%20',
);
const file = fc.constantFrom('kran.jpg', 'kran-2.png', 'кран.webp');
const title = fc.constantFrom(
  'Вид на завод',
  'Вид (с крыши)',
  'Вид [архив]',
  'He said "yes" and "no"',
  'It\'s "his" view',
  "d'après lui",
);
const marks = fc.constantFrom('«»', '“”', '„“', '„”', '””', '‹›', '‚‘', '»«');

interface Damage {
  written: string;
  words: string;
  to: string;
  title?: string;
}

/** What a newsroom types, and what it meant; a picture is only told where it stands inside a sentence. */
const links: fc.Arbitrary<Damage> = fc
  .record({ words, to: fc.oneof(address, file), title, marks, isPicture: fc.boolean() })
  .chain(({ isPicture, marks: [open = '', close = ''], ...meant }) => {
    const { to, title: caption } = meant;
    const sign = isPicture ? '!' : '';
    const plain = { words: meant.words, to };
    const isQuoted = caption.split('"').length > 2;
    const kinds: Damage[] = [
      { ...meant, written: `${sign}[${meant.words}](${to} ${open}${caption}${close})` },
      { ...plain, written: `${sign}[${meant.words}] (${to})` },
      ...(isQuoted ? [{ ...meant, written: `${sign}[${meant.words}](${to} "${caption}")` }] : []),
      { ...plain, written: `${sign}[${meant.words}](${to} =300x200)` },
      ...(meant.words.includes('[')
        ? []
        : [
            { ...plain, written: `${sign}(${meant.words})[${to}]` },
            ...(to.includes('(') ? [] : [{ ...plain, written: `(${to})${sign}[${meant.words}]` }]),
            { ...plain, written: `${sign}[${meant.words}](${to}` },
          ]),
    ];
    return fc.constantFrom(...kinds);
  });

test('every line that is offered for a link or picture is the one that was meant', () => {
  fc.assert(
    fc.property(links, ({ written, words: meant, to, title: caption }) => {
      const markdown = `Слово ${written}`;
      const [note] = notes(markdown);
      const { links: found, images } = inspectBody(note?.example ?? '');
      const seen = [
        ...found.map(({ url, text }) => [url, text]),
        ...images.map(({ file: name, alt, title: under }) => [name, alt, under]),
      ];
      expect([written, seen]).toEqual([
        written,
        [written.includes('!') ? [to, meant, caption] : [to, meant]],
      ]);
      expect(notes(note?.example ?? '')).toEqual([]);
      if (caption !== undefined) expect(note?.example).toContain(caption.split(/["']/)[0]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['[[https://example.org/a|Текст]]', '[Текст](https://example.org/a)'],
  ['[[https://example.org/a Текст]]', '[Текст](https://example.org/a)'],
  ['[Текст|https://example.org/a]', '[Текст](https://example.org/a)'],
  ['[https://example.org/a Текст]', '[Текст](https://example.org/a)'],
  ['[Текст]{https://example.org/a}', '[Текст](https://example.org/a)'],
  ['[Текст]（https://example.org/a）', '[Текст](https://example.org/a)'],
  ['[Текст][https://example.org/a]', '[Текст](https://example.org/a)'],
  ['(Текст)(https://example.org/a)', '[Текст](https://example.org/a)'],
  ['![[kran.jpg|300]]', '![kran](kran.jpg)'],
  ['x ![Кран]kran.jpg', 'x ![Кран](kran.jpg)'],
  ['x ![Кран](kran.jpg "Вид', 'x ![Кран](kran.jpg "Вид")'],
  ['[img]kran.jpg[/img]', '![kran](kran.jpg)'],
  ['[b]да[/b]', '**да**'],
  ['[Текст](https://example.org/a(b "T")', '[Текст](<https://example.org/a(b> "T")'],
  ['![Кран](kran.jpg){width=300}', '![Кран](kran.jpg)'],
  ['[Текст](https://example.org/a){ .b target="_blank" }', '[Текст](https://example.org/a)'],
  ['## Глава {#glava}', '## Глава'],
])('%s', (written, mended) => {
  expect(notes(written)[0]?.example).toBe(mended);
  expect(notes(mended)).toEqual([]);
});

test.each([
  'Сумма (5 млн) [sic] и (a) [b], {a, b}, {…}, x = {1; 2}',
  '(см. [отчёт](https://example.org/a)) [1] https://example.org/b',
  '[https://example.org/a] и (https://example.org/a), Нет![1] и a[0](b)',
  'https://example.org/a [архив]',
])('no false alarm: %s', (written) => {
  expect(notes(written)).toEqual([]);
});

test('signs in great number take no longer than their length', () => {
  const start = process.threadCpuUsage();
  for (const sign of ['![a](', '(a)[', '[[a|', '{a=b ', '[b]', '](', '(', '[a](b "'])
    notes(sign.repeat(10_000));
  // Microseconds that this thread computed, whatever else the machine does.
  expect(process.threadCpuUsage(start).user).toBeLessThan(10_000_000);
});
