import { expect, test } from 'vitest';
import { inspectBody } from './inspect.ts';

const at = (line: number, column: number, offset: number) => ({ line, column, offset });

test('links, autolinks and definitions, with what is refused', () => {
  const markdown =
    '😀 [a *b*](x.html) <https://a.example> www.b.example\n\n[c](javascript:x) [d][d]\n\n[d]: //e.example';
  const links = inspectBody(markdown).links.map(({ places, ...link }) => ({
    ...link,
    written: places.map(({ start, end }) => markdown.slice(start, end)),
  }));
  expect(links).toEqual([
    { url: 'x.html', text: 'a b', at: at(1, 4, 3), written: ['x.html'] },
    {
      url: 'https://a.example',
      text: 'https://a.example',
      at: at(1, 20, 19),
      written: ['https://a.example'],
    },
    {
      url: 'https://www.b.example',
      text: 'www.b.example',
      at: at(1, 40, 39),
      written: ['www.b.example'],
    },
    {
      url: 'javascript:x',
      text: 'c',
      at: at(3, 1, 54),
      written: ['javascript:x'],
      refused: {
        en: expect.stringContaining('javascript') as string,
        ru: expect.stringContaining('javascript') as string,
      },
    },
    {
      url: '//e.example',
      text: 'd',
      at: at(5, 1, 80),
      written: ['//e.example'],
      refused: expect.objectContaining({
        en: expect.stringContaining('https://') as string,
      }) as object,
    },
  ]);
});

test('images with caption and refusals', () => {
  expect(inspectBody('![alt](%D1%84.jpg "Cap")\n![](a/b.jpg) ![r]\n\n[r]: r.png').images).toEqual([
    { file: 'ф.jpg', alt: 'alt', title: 'Cap', at: at(1, 1, 0) },
    {
      file: 'a/b.jpg',
      alt: '',
      at: at(2, 1, 25),
      refused: expect.objectContaining({
        en: expect.stringContaining('beside') as string,
      }) as object,
    },
    { file: 'r.png', alt: 'r', at: at(2, 14, 38) },
  ]);
});

test('each raw tag and each offending attribute once, at its place', () => {
  const facts = inspectBody(
    'a <b onclick="x" lang=en>b</b>\n\n<div>\n  <script src=x>1</script>\n</div>\n\n> x <font>y</font> </form> <!-- c -->\n>\n> <hr>\n> <p>',
  ).html;
  expect(
    facts.map(
      ({ tag, allowed, at: { line, column } }) =>
        `${tag} ${String(allowed)} ${String(line)}:${String(column)}`,
    ),
  ).toEqual([
    'b true 1:3',
    'b false 1:6',
    'div false 3:1',
    'script false 4:3',
    'font false 7:5',
    'form false 7:20',
    '!-- false 7:28',
    'hr false 9:3',
    'p false 9:3',
  ]);
  expect(facts[1]?.reason.en).toBe('onclick= runs a script');
});

test('footnotes, also those that only the front matter knows, and not those in code', () => {
  const facts = inspectBody(
    '    code [^no]\n\nx[^Src] `[^no]` y[^a]\n\n[^a]: note[^b]\n\n```\n[^no]',
  );
  expect(facts.footnoteReferences).toEqual([
    { id: 'Src', at: at(3, 2, 17) },
    { id: 'a', at: at(3, 18, 33) },
    { id: 'b', at: at(5, 11, 49) },
  ]);
  expect(facts.footnoteDefinitions).toEqual([{ id: 'a', at: at(5, 1, 39) }]);
});

test('headings and words', () => {
  const facts = inspectBody('# Раз *два*\n\nтри ![четыре](a.jpg) [пять](b) `шесть`\n\n> ## семь\n');
  expect(facts.headings).toEqual([
    { depth: 1, text: 'Раз два', at: at(1, 1, 0) },
    { depth: 2, text: 'семь', at: at(5, 3, 55) },
  ]);
  expect(facts.words).toBe(6);
});

test('hidden characters', () => {
  expect(inspectBody('a\r\nb\u202ec\u0000').hiddenCharacters).toEqual([
    { codePoint: 'U+202E', at: at(2, 2, 4) },
    { codePoint: 'U+0000', at: at(2, 4, 6) },
  ]);
});

test('points after CRLF and a BOM are those of the text given', () => {
  expect(inspectBody('\ufeffa\r\n\r\n[b](c)').links[0]?.at).toEqual(at(3, 1, 6));
});

test('links without text, and not those that hold a picture or code', () => {
  const text = '[](https://a.example) [ *  * ](b) [![alt](a.jpg)](c) [`x`](d) [<b></b>](e)';
  const empty = inspectBody(text).links.filter((link) => link.empty);
  expect(empty.map(({ url }) => url)).toEqual(['https://a.example', 'e']);
});

test('links by a name that nothing defines', () => {
  const text =
    '> Say [a][nope] and\n> [*d*][e] [f][] [g][def] [h]\n\n\\[a\\][b] a[0][1] `[a][b]` [^y][^z] [i]\n\n[def]: /x';
  const found = inspectBody(text).undefinedLinks;
  expect(found.map(({ written, at: { line, column } }) => [written, line, column])).toEqual([
    ['[a][nope]', 1, 7],
    ['][e]', 2, 7],
    ['[f][]', 2, 12],
  ]);
});
