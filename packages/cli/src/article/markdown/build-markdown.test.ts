import { textOfBody } from '@tamizdat/body';
import { escapeHtml } from '@tamizdat/render';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMarkdown } from './build-markdown.ts';

test('tables, lists, code and parts of a line keep their form', () => {
  const html =
    '<h2 id="a">A <em>b</em></h2><ul><li>one</li><li><p>two</p><ol start="3"><li>three</li></ol></li></ul>' +
    '<p><small>12:30</small></p><blockquote><p>Said<br>twice <b>loud</b> <s>gone</s> 10<sup>6</sup></p></blockquote>' +
    '<div class="table"><table><thead><tr><th>Who</th><th class="al-r">1 | 2</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table></div>' +
    '<pre tabindex="0"><code>a\n  * b\n</code></pre><hr><figure><p>[A ferry]</p><figcaption>By the quay.</figcaption></figure>';
  expect(buildMarkdown(html)).toMatchInlineSnapshot(`
    "## A *b*

    - one
    - two

      3. three

    12:30

    > Said\\
    > twice **loud** ~~gone~~ 10<sup>6</sup>

    | Who | 1 \\| 2 |
    | - | -: |
    | x | y |

    \`\`\`
    a
      * b
    \`\`\`

    ---

    \\[A ferry]

    By the quay.
    "
  `);
});

test('notes that nothing refers to stay in their list', () => {
  const note = (id: string) => `<li id="${id}">Note <a href="#r" role="doc-backlink">↩</a></li>`;
  const html = `<p>Text<sup><a href="/x#n-2" id="r" role="doc-noteref">2</a></sup></p><section role="doc-endnotes"><h2 id="notes">Sources</h2><ol>${note('n-1')}${note('n-2')}</ol></section>`;
  expect(buildMarkdown(html)).toBe('Text[^1]\n\n## Sources\n\n1. Note\n\n[^1]: Note\n');
});

test('words that look like signs of Markdown stay words', () => {
  const sign = fc.constantFrom(
    ...'* _ ` # > - + ~~ | [ ] ( ) [^1] ![a](b) <b> &amp; \\ --- 1. http://a.example : ^ = $ 👩‍🚒 \u202e'.split(
      ' ',
    ),
  );
  const word = fc.oneof(sign, fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }));
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(' ', ''), (words, between) => {
      const text = fold(words.join(between).toWellFormed());
      const markdown = buildMarkdown(`<p>${escapeHtml(text)}</p>`);
      expect(fold(textOfBody(markdown))).toBe(text);
    }),
  );
});
