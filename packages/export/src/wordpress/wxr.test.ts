import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { shownInWordpress } from './shown-in-wordpress.ts';
import { category, cdata, element, meta } from './wxr.ts';

/** The texts of a document, by a strict parser: it throws at the first fault. */
function textsOf(xml: string): string[] {
  const parser = new SaxesParser();
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => texts.push(''));
  const add = (text: string) => {
    texts.push(`${texts.pop() ?? ''}${text}`);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return texts.map((text) => text.replace(/\n+$/, ''));
}

test.each([']]>', ']]]]>>', '<![CDATA[x]]>', 'a\u0000b\u001b\ufffe', '\ud800', '&amp; <b>'])(
  'no text ends its section or the document: %j',
  (text) => {
    const kept = text.toWellFormed().replaceAll(/[\u0000\u001b\ufffe]/g, '\ufffd');
    expect(textsOf(cdata('title', text))[0]).toBe(kept);
    expect(textsOf(element('link', text))[0]).toBe(kept);
    expect(textsOf(meta('key', text)).at(-1)).toBe(kept);
    expect(textsOf(category('post_tag', 'id', text))[0]).toBe(kept);
  },
);

test('whatever a text is, it comes out of the document as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(']', '>', '<', '[', '&', 'я', '\n') }),
      (text) => {
        expect(textsOf(`<a>${cdata('b', `${text}.`)}</a>`).at(-1)).toBe(`${text}.`);
      },
    ),
  );
});

test('square brackets are no commands to WordPress, and a spelled-out reference is no mistake', () => {
  expect(shownInWordpress('[gallery ids="1"] &nbsp; <i>', 'text')).toBe(
    '&#91;gallery ids=&quot;1&quot;] &#38;nbsp; &lt;i&gt;',
  );
  expect(shownInWordpress('<p>[x] &amp;amp;</p>', 'html')).toBe('<p>&#91;x] &#38;amp;</p>');
});
