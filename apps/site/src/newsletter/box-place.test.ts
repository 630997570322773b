import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBoxPlace, splitAtBox } from './box-place.ts';
import { SHORT_PIECE } from './limits.ts';

const words = (length: number): string => 'word '.repeat(length / 5).trim() + '.';
const paragraph = (length = 600): string => `<p>${words(length)}</p>`;
/** What stands before the box, as the names of its blocks. */
const before = (html: string): string[] | undefined =>
  splitAtBox(html)?.[0].match(/^<\w+|(?<=>)<(?!\/)(?:p|h2|ul|figure|blockquote|div)\b/g) ??
  undefined;
const inMiddle = (middle: string): number | undefined =>
  findBoxPlace(paragraph(1200) + middle + paragraph(1200));

describe('the place of the newsletter’s box', () => {
  it('is between the two paragraphs that are nearest to the middle of what is read', () => {
    expect(before(paragraph().repeat(4))).toHaveLength(2);
    expect(before(paragraph(300).repeat(4) + paragraph(1200).repeat(2))).toHaveLength(5);
  });

  it('does not count the list of sources', () => {
    const sources = `<section role="doc-endnotes"><ol><li>${words(9000)}</li></ol></section>`;
    expect(before(paragraph().repeat(4) + sources)).toHaveLength(2);
  });

  it('is in no short piece', () => {
    const half = (SHORT_PIECE - 2) / 2;
    expect(findBoxPlace(`<p>${'x'.repeat(half)}</p>`.repeat(2))).toBeUndefined();
    expect(findBoxPlace(`<p>${'x'.repeat(half + 1)}</p>`.repeat(2))).toBeDefined();
  });

  it.each([
    ['a heading', '<h2>Part two</h2>'],
    ['a figure', '<figure><img src="a.jpg" alt=""></figure>'],
    ['a list', '<ul><li>One</li></ul>'],
    ['a quotation', '<blockquote><p>One</p></blockquote>'],
    ['a table', '<div class="table"><table><tr><td>1</td></tr></table></div>'],
    ['a paragraph that holds a picture', '<p><img src="a.jpg" alt=""></p>'],
  ])('is never beside %s', (_, block) => {
    expect(inMiddle(block)).toBeUndefined();
  });

  it.each([
    ['a sentence with a colon and what follows', `<p>${words(1200)} And so:</p>`, paragraph(1200)],
    ['a question and its answer', '<p><strong>Why?</strong></p>', paragraph(1200)],
    ['a sentence and the reply to it', paragraph(1200), `<p>— ${words(1200)}</p>`],
  ])('is never between %s', (_, first, second) => {
    const place = findBoxPlace(paragraph(600) + first + second + paragraph(600));
    expect(place).not.toBe(paragraph(600).length + first.length);
  });

  it('may be between an answer and the next question', () => {
    const answer = paragraph(1200);
    const question = '<p><strong>— And then?</strong></p>';
    expect(findBoxPlace(answer + question + paragraph(1200))).toBe(answer.length);
  });

  it('is nowhere where only the ends of a text would take it', () => {
    const list = `<ul><li>${words(3000)}</li></ul>`;
    expect(
      findBoxPlace(paragraph(100).repeat(2) + list + paragraph(100).repeat(2)),
    ).toBeUndefined();
  });

  it('is nowhere in HTML that does not close what it opens', () => {
    expect(findBoxPlace(`${paragraph().repeat(6)}<div>`)).toBeUndefined();
  });

  it('is never inside an element, and the two parts are the text', () => {
    const leaf = fc.constantFrom('word. ', 'a &amp; b', '<br>', '<img src="a>b" alt="">', 'с:');
    const inline = fc.oneof(
      leaf,
      leaf.map((text) => `<em title="<p>">${text}</em>`),
      leaf.map((text) => `<strong>${text}</strong>`),
    );
    const block = fc
      .tuple(
        fc.constantFrom('p', 'p', 'p', 'ul', 'figure', 'blockquote', 'section'),
        fc.array(inline),
      )
      .map(([name, parts]) => `<${name}>${parts.join('')}${words(400)}</${name}>`);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const parts = splitAtBox(blocks.join(''));
        if (!parts) return;
        expect(parts.join('')).toBe(blocks.join(''));
        const ends = blocks.map((_, index) => blocks.slice(0, index + 1).join(''));
        const index = ends.indexOf(parts[0]);
        expect(index).toBeGreaterThanOrEqual(0);
        expect([blocks[index], blocks[index + 1]].every((each) => each?.startsWith('<p>'))).toBe(
          true,
        );
      }),
    );
  });
});
