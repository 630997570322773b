import { renderBody } from '@tamizdat/body';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Counts, mendText } from './mend-text.ts';
import { plainText } from './parse-html.ts';
import { showWordpress } from './wordpress-html.ts';

const answers = {
  picture: (address: string) => (address.includes('missing') ? undefined : 'crane.jpg'),
  link: (address: string) => (address.startsWith('#') ? undefined : address),
  whole: (address: string) => (/^https?:/.test(address) ? address : undefined),
};
const convert = (html: string, counts: Counts = new Map()) =>
  htmlToMarkdown(html, answers, counts) ?? '';

/** The words that readers of our page see, captions included. */
function shownWords(markdown: string): string[] {
  const html = renderBody(markdown, {
    lang: 'en',
    words: { sources: '', backToText: '', archived: '' },
    sources: [],
    picture: ({ title = '' }) =>
      `<figure><figcaption>${title.replaceAll('<', '&lt;')}</figcaption></figure>`,
  });
  return wordsOf(plainText(html));
}
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('what a text says in its own way', () => {
  test.each([
    ['<h1>Head</h1><h3>Third</h3>', '## Head\n\n### Third\n'],
    [
      '<p>H<sub>2</sub>O, <del>old</del> <b>b</b> <i>i</i></p>',
      'H<sub>2</sub>O, ~~old~~ **b** *i*\n',
    ],
    ['<p>one<br>two</p>', 'one\\\ntwo\n'],
    [
      '<figure><a href="https://old.example/crane.jpg"><img src="crane.jpg" alt="A"></a><figcaption>By <i>X</i></figcaption></figure>',
      '![A](crane.jpg "By X")\n',
    ],
    [
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Words</p></div>',
      '![](crane.jpg "Words")\n',
    ],
    [
      '<table class="tr-caption-container"><tr><td><img src="a.jpg"></td></tr><tr><td class="tr-caption">Words</td></tr></table>',
      '![](crane.jpg "Words")\n',
    ],
    [
      '<figure><img src="https://x.example/missing.jpg"><figcaption>Words</figcaption></figure>',
      '[x.example/missing.jpg](https://x.example/missing.jpg)\n\nWords\n',
    ],
    ['<p>a <img src="a.jpg"> b</p>', 'a\n\n![](crane.jpg)\n\nb\n'],
    [
      '<a href="https://x.example/"><img src="https://x.example/missing"></a>',
      '[x.example/missing](https://x.example/missing)\n\n[x.example](https://x.example/)\n',
    ],
    [
      '<iframe src="https://player.example/7?a=1">no frames</iframe>',
      '[player.example/7](https://player.example/7?a=1)\n',
    ],
    [
      '<video><source src="https://v.example/a.mp4"></video>',
      '[v.example/a.mp4](https://v.example/a.mp4)\n',
    ],
    [
      '<p>Said.<sup><a href="#n1" id="r1">1</a></sup></p><ol><li id="n1">The note. <a href="#r1">↩</a></li></ol>',
      'Said.[^1]\n\n[^1]: The note.\n',
    ],
    ['<p><a href="javascript:alert(1)">word</a> <a href="#top">top</a></p>', undefined],
    [
      '<p># no heading</p><p>1. no list</p><p>&lt;b&gt; *a* [b](c)</p>',
      '\\# no heading\n\n1\\. no list\n\n\\<b> \\*a\\* \\[b]\\(c)\n',
    ],
  ])('%s', (html, markdown) => {
    if (markdown !== undefined) expect(convert(html)).toBe(markdown);
    else expect(shownWords(convert(html)).join(' ')).toBe(wordsOf(plainText(html)).join(' '));
  });

  test('scripts, styles and comments go with their words, and are counted', () => {
    const counts: Counts = new Map();
    expect(
      convert(
        '<p>a</p><script>b()</script><style>c{}</style><!-- d --><p onclick="e">f</p>',
        counts,
      ),
    ).toBe('a\n\nf\n');
    expect(Object.fromEntries(counts)).toEqual({ 'dropped: <script>': 1, 'dropped: <style>': 1 });
  });

  test('nothing is nested beyond reason', () => {
    expect(htmlToMarkdown('<div>'.repeat(500), answers, new Map())).toBeUndefined();
  });
});

test('no word of a text disappears, and none is added', () => {
  const word = fc.stringMatching(/^[a-zа-я]{1,8}$/).map((text) => `${text}q`);
  const inline = fc.letrec<{ line: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      { maxDepth: 3 },
      word,
      word,
      fc.constantFrom(
        '*',
        '_',
        '[x](y)',
        '&lt;i&gt;',
        '#',
        '1.',
        '|',
        '`',
        '\\',
        '~~',
        '!',
        '&amp;amp;',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'b',
            'em',
            'span',
            'sub',
            'sup',
            'u',
            'code',
            'a href="https://x.example/p"',
            'a href="#x"',
            'font',
            'del',
            'q',
          ),
          tie('line'),
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0] ?? ''}>`),
      fc.constantFrom('<br>', '<img src="a.jpg" alt="hidden">', '<img src="missing">'),
    ),
    line: fc.array(tie('piece'), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' ')),
  }));
  const block = fc.letrec<{ blocks: string; block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      inline.line.map((line) => `<p>${line}</p>`),
      inline.line.map((line) => `<h1>${line}</h1>`),
      inline.line.map((line) => `<pre>${line}</pre>`),
      fc
        .array(inline.line, { minLength: 1, maxLength: 3 })
        .map((lines) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`),
      inline.line.map(
        (line) => `<figure><img src="a.jpg"><figcaption>${line}</figcaption></figure>`,
      ),
      fc
        .tuple(word, word, inline.line)
        .map(
          ([a, b, line]) =>
            `<table><tr><th>${a}</th><th>${b}</th></tr><tr><td colspan="2"><p>${line}</p><p>${a}</p></td></tr></table>`,
        ),
      tie('blocks').map((inner) => `<blockquote>${inner}</blockquote>`),
      tie('blocks').map((inner) => `<div>${inner}</div>`),
      inline.line.map((line) => `<dl><dt>${line}</dt><dd>${line}</dd></dl>`),
    ),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n')),
  }));
  fc.assert(
    fc.property(block.blocks, (html) => {
      const letters = (words: string[]) => words.filter((one) => /q$/.test(one)).sort();
      expect(letters(shownWords(convert(html)))).toEqual(letters(wordsOf(plainText(html))));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});

describe('WordPress', () => {
  const show = (html: string, counts: Counts = new Map()) => convert(showWordpress(html, counts));
  test('paragraphs, captions, embeds, and short codes that nobody runs', () => {
    const counts: Counts = new Map();
    const text =
      'One\ntwo.\n\n[caption id="a"]<img src="a.jpg" alt="b" /> Words[/caption]\n\n[box type="x"]inner[/box]\n\n[1] stays\n\n<pre>a\n\nb</pre>\n\n[embed]https://v.example/7[/embed]';
    expect(show(text, counts)).toBe(
      'One\\\ntwo.\n\n![b](crane.jpg "Words")\n\ninner\n\n\\[1] stays\n\n```\na\n\nb\n```\n\n<https://v.example/7>\n',
    );
    expect(counts.get('short codes, not run')).toBe(1);
  });
  test('blocks are the HTML between their comments', () => {
    expect(show('<!-- wp:paragraph {"a":1} -->\n<p>One</p>\n<!-- /wp:paragraph -->')).toBe('One\n');
  });
});

test.each([
  ['&8220;a&8221;', '&#8220;a&#8221;'],
  ['&amp;#8220;a&amp;nbsp;b', '&#8220;a&nbsp;b'],
  ['donâ€™t', 'don’t'],
  ['a\u202eb\u0007c', 'abc'],
  ['&amp;8220', '&amp;8220'],
])('%j has one answer', (text, mended) => {
  expect(mendText(text, new Map())).toBe(mended);
});
