import { describe, expect, test } from 'vitest';
import { parseChanged, problemsWith } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';

const tell = (text: string, fields: Record<string, string> = {}) =>
  told(problemsWith(fields, text));

describe('scripts', () => {
  test('elements, handlers and links are errors with a line', () => {
    expect(tell('<script>alert(1)</script>')).toMatchInlineSnapshot(`
      "13:1 text-script
      There is a <script> in the text.
      why: A script could send readers’ addresses to anyone.
      do: Remove it, or say it in Markdown."
    `);
    expect(tell('A <b onclick="x()">word</b>.')).toMatchInlineSnapshot(`
      "13:6 text-script
      This HTML runs a script: onclick= runs a script.
      why: A script could send readers’ addresses to anyone.
      do: Remove it, or say it in Markdown."
    `);
    expect(tell('[a](javascript:alert(1)) and [b](data:text/html,x) and [c](vbscript:x)'))
      .toMatchInlineSnapshot(`
      "13:1 text-script
      The link is a “javascript:” address, which can run a script.
      why: A script could send readers’ addresses to anyone.
      do: Write a whole https address.
      example: [the report](https://example.org/report)

      13:30 text-script
      The link is a “data:” address, which can run a script.
      why: A script could send readers’ addresses to anyone.
      do: Write a whole https address.
      example: [the report](https://example.org/report)

      13:56 text-script
      The link is a “vbscript:” address, which can run a script.
      why: A script could send readers’ addresses to anyone.
      do: Write a whole https address.
      example: [the report](https://example.org/report)"
    `);
    expect(tell('<iframe src="https://example.org"></iframe>')).toMatchInlineSnapshot(`
      "13:1 text-html
      This HTML cannot stand in a text: <iframe> is not among the elements an article’s text may hold (abbr, b, bdi, br, cite, del, em, i, ins, kbd, mark, q, s, small, span, strong, sub, sup, time, wbr).
      do: Remove it, or say it in Markdown."
    `);
  });
});

describe('links', () => {
  test('are whole, from the root, or not followed', () => {
    expect(tell('[a](page.html) [b](//example.org/x)')).toMatchInlineSnapshot(`
      "13:1 text-link-relative
      The link “a” begins neither with https:// nor with “/”.
      why: Where it leads depends on the page it is read on.
      do: Write a whole https address, or the address from the site’s root.
      example: [the first part](/en/2026/11/22/harbour-lights.html)

      13:16 text-link-refused
      The link “//example.org/x” cannot be followed: “//host” depends on how the page was opened: write https://.
      do: Write a whole https address, or an address from the site’s root.
      example: [the report](https://example.org/report)"
    `);
    expect(
      problemsWith({}, '[a](https://example.org) [b](mailto:a@example.org) [c](#top)'),
    ).toEqual([]);
  });
  test('have a text', () => {
    expect(tell('[](https://x.example)')).toMatchInlineSnapshot(`
      "13:1 text-link-empty
      The link to “https://x.example” has no text.
      why: Nobody sees it, and a screen reader has nothing to read out.
      do: Write between the square brackets what it leads to, or remove it.
      example: [the report](https://x.example)"
    `);
    expect(problemsWith({}, '[`x`](https://x.example)')).toEqual([]);
  });
  test('by a name that nothing defines are warned of', () => {
    expect(tell('See [the report][nope].')).toMatchInlineSnapshot(`
      "13:5 warning text-link-undefined
      “[the report][nope]” is no link, because no line gives its address: it is printed as it stands.
      do: Write the address in round brackets, or add a line “[name]: address” below the text.
      example: [the report](https://example.org/report)"
    `);
    expect(problemsWith({}, 'See [a][b].\n\n[b]: https://x.example')).toEqual([]);
  });
  test('to the outlet’s own address are refused', () => {
    expect(tell('[a](https://window.example/en/x.html)')).toMatchInlineSnapshot(`
      "13:1 text-link-origin
      The link leads to the outlet’s own address.
      why: Where that address is blocked, a reader of a mirror cannot follow it; nothing is published with such a link.
      do: Write the address from the site’s root: /en/x.html
      example: […](/en/x.html)"
    `);
  });
  test('from the root are kept for the check over all files', () => {
    expect(parseChanged({}, 'Text.\n\n[a](/en/x.html)').references?.links).toEqual([
      { target: '/en/x.html', line: 15, column: 1 },
    ]);
  });
});

describe('images', () => {
  test('are described', () => {
    expect(tell('![](a.jpg) ![Sea](b.jpg)')).toMatchInlineSnapshot(`
      "13:1 text-image-alt-missing
      The image “a.jpg” has no description.
      why: Screen readers read it out, and it stands where the image does not load.
      do: Say in the square brackets what the image shows, in 5 to 1000 characters.
      example: ![A crane lit from below at night](a.jpg)

      13:12 text-image-alt-too-short
      The image “b.jpg” has too short a description.
      why: Screen readers read it out, and it stands where the image does not load.
      do: Say in the square brackets what the image shows, in 5 to 1000 characters.
      example: ![A crane lit from below at night](b.jpg)"
    `);
    expect(tell(`![${'a'.repeat(1_001)}](a.jpg)`)).toContain('1001 characters');
  });
  test('have captions that are no Markdown, and licences', () => {
    expect(tell('![The harbour](a.jpg "The **harbour**")')).toContain(
      '13:1 warning text-markup-printed',
    );
    const original = '{ publisher: A, url: https://x.example/, licence: "CC **BY**" }';
    expect(tell('Text.', { kind: 'republished', original })).toContain('text-markup-printed');
  });
  test('stand beside the article', () => {
    expect(tell('![The harbour](https://example.org/a.jpg)')).toMatchInlineSnapshot(`
      "13:1 text-image-refused
      The image “https://example.org/a.jpg” cannot be shown: images stand beside the article: write the file’s name alone.
      why: Pages ask no other site for anything: whoever runs it would learn who reads what.
      do: Put the image into the article’s folder and write its name.
      example: ![A crane lit from below at night](harbour.jpg)"
    `);
  });
  test('are found under either normalisation of their name', () => {
    const text = `![The harbour](${'чайка'.normalize('NFD')}.jpg)`;
    expect(parseChanged({}, text).references?.images[0]?.target).toBe('чайка.jpg'.normalize('NFC'));
  });
});

describe('footnotes', () => {
  const sources = '[{ id: report, title: Report }]';
  test('resolve to a source or a text', () => {
    expect(problemsWith({ sources }, 'A.[^report] B.[^b]\n\n[^b]: Text.')).toEqual([]);
    expect(tell('A.[^repotr]', { sources })).toMatchInlineSnapshot(`
      "14:3 text-footnote-unresolved
      The footnote “repotr” has no source and no text.
      do: Did you mean “report”? Add a source with this id to “sources”, or its text as “[^repotr]: …”.
      example: sources:
        - id: repotr
          title: Annual report of the grid operator"
    `);
  });
  test('resolve to one of them only', () => {
    expect(tell('A.[^report]\n\n[^report]: Text.', { sources })).toMatchInlineSnapshot(`
      "16:1 text-footnote-twice
      The footnote “report” has both a source and a text.
      do: Keep one of them, or give the footnote another name."
    `);
  });
  test('are used', () => {
    expect(tell('A.[^a]\n\n[^a]: One, like [^c].\n\n[^B]: Two.\n\n[^c]: Three.'))
      .toMatchInlineSnapshot(`
      "17:1 warning text-footnote-unused
      Nothing in the text leads to the footnote “B”.
      why: It is printed among the notes, and no reader learns what it belongs to.
      do: Put “[^B]” behind the words that it is for, or remove it.
      example: So the report says.[^B]"
    `);
  });
  test('have one text only', () => {
    expect(tell('A.[^a]\n\n[^a]: One.\n\n[^A]: Two.')).toMatchInlineSnapshot(`
      "17:1 text-footnote-repeated
      The footnote “A” already has a text further up.
      why: Only the first of them would be printed.
      do: Give this one another name, or put both texts into one."
    `);
  });
  test('are not checked against sources that are wrong themselves', () => {
    const codes = problemsWith({ sources: '[{ id: report }]' }, 'A.[^report]').map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['sources-title-missing']);
  });
});

test('a heading of the first level', () => {
  expect(tell('# Title\n\n## Fine')).toMatchInlineSnapshot(`
    "13:1 text-heading-level
    A heading in the text is of the first level.
    why: The first level is the article’s title; screen readers find their way by it.
    do: Begin the line with “##”.
    example: ## Title"
  `);
});

test.each([
  ['[тут](www.example.org)', '[тут](https://www.example.org)'],
  ['[here](example.org/a?b=1)', '[here](https://example.org/a?b=1)'],
  ['<https://a.example|слово>', '[слово](https://a.example)'],
])('a link that leads nowhere is told with the one that was meant: %s', (body, example) => {
  expect(problemsWith({}, body).map((told) => told.example)).toContain(example);
});
