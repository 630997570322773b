import { expect, test } from 'vitest';
import { parseChanged, problemsWith } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';

const places = (fields: Record<string, string>) =>
  problemsWith(fields).map(({ code, line, column, field }) => `${line}:${column} ${field} ${code}`);

/** A live article with one entry; `body` follows its name and colon. */
const live = (body: string) => ({
  kind: 'live',
  live: `\n  entries:\n    - id: first\n      at: 2026-11-22T09:40:00+02:00\n      title: First\n      body:${body}`,
});

test('an editor’s note is looked through like the text', () => {
  const note = `|
  Жизнь 😀 <script>alert(1)</script>
  and <b onclick="x()">bold</b>.

  # Too high

  [a](javascript:x) [b](page.html) ![](a.jpg) A.[^gone] &#x202e;
  [c](https://window.example/en/x.html)`;
  expect(told(problemsWith({ editorsNote: note }))).toMatchInlineSnapshot(`
    "12:12 text-script
    There is a <script> in the text.
    why: A script could send readers’ addresses to anyone.
    do: Remove it, or say it in Markdown.

    13:10 text-script
    This HTML runs a script: onclick= runs a script.
    why: A script could send readers’ addresses to anyone.
    do: Remove it, or say it in Markdown.

    15:3 text-heading-level
    A heading in the text is of the first level.
    why: The first level is the article’s title; screen readers find their way by it.
    do: Begin the line with “##”.
    example: ## Too high

    17:3 text-script
    The link is a “javascript:” address, which can run a script.
    why: A script could send readers’ addresses to anyone.
    do: Write a whole https address.
    example: [the report](https://example.org/report)

    17:21 text-link-relative
    The link “b” begins neither with https:// nor with “/”.
    why: Where it leads depends on the page it is read on.
    do: Write a whole https address, or the address from the site’s root.
    example: [the first part](/en/2026/11/22/harbour-lights.html)

    17:36 text-image-alt-missing
    The image “a.jpg” has no description.
    why: Screen readers read it out, and it stands where the image does not load.
    do: Say in the square brackets what the image shows, in 5 to 1000 characters.
    example: ![A crane lit from below at night](a.jpg)

    17:49 text-footnote-unresolved
    The footnote “gone” has no source and no text.
    do: Add a source with this id to “sources”, or its text as “[^gone]: …”.
    example: sources:
      - id: gone
        title: Annual report of the grid operator

    17:57 character-bidi
    An invisible character that turns the direction of writing stands here (U+202E).
    why: It makes a line read differently from what it says, in the review and on the page.
    do: Delete it and type the word again.

    18:3 text-link-origin
    The link leads to the outlet’s own address.
    why: Where that address is blocked, a reader of a mirror cannot follow it; nothing is published with such a link.
    do: Write the address from the site’s root: /en/x.html
    example: […](/en/x.html)"
  `);
  expect(problemsWith({ editorsNote: note })[0]?.field).toBe('editorsNote');
});

test.each([
  ['plain', ' One <script>', '16:17'],
  ['plain over lines', '\n        One\n        <script>', '18:9'],
  ['double quotes', ' "One\\n\\n<script>"', '16:21'],
  ['single quotes', " 'It''s <script>'", '16:20'],
  ['folded', ' >\n        One\n        two <script>', '18:13'],
  ['literal', ' |\n        One\n\n        <script>', '19:9'],
])('a live entry’s text: %s', (_, body, place) => {
  expect(places(live(body))).toEqual([`${place} live.entries[0].body text-script`]);
});

test('white space around a text is not part of it', () => {
  expect(places({ editorsNote: '"    <script>"' })).toEqual(['11:19 editorsNote text-script']);
});

test('texts are looked through where other fields of theirs are wrong', () => {
  const entry = '\n  entries:\n    - { id: Wrong Id, body: <script> }';
  expect(places({ kind: 'live', live: entry })).toContain('13:29 live.entries[0].body text-script');
});

test('footnotes of a field resolve to a source or within it, not elsewhere', () => {
  const sources = '[{ id: report, title: Report }]';
  const note = '"A.[^report] B.[^own] C.[^text]\\n\\n[^own]: Own."';
  const { problems } = parseChanged({ sources, editorsNote: note }, 'A.[^text]\n\n[^text]: Text.');
  expect(problems.map(({ code, column }) => [code, column])).toEqual([
    ['text-footnote-unresolved', 38],
  ]);
});

test('links and images of fields are kept for the checks over all files', () => {
  const body = ' |\n        [a](/en/x.html)\n        ![The harbour](чайка.jpg)';
  expect(parseChanged(live(body)).references).toEqual({
    links: [{ target: '/en/x.html', line: 17, column: 9, field: ['live', 'entries', 0, 'body'] }],
    images: [{ target: 'чайка.jpg', line: 18, column: 9, field: ['live', 'entries', 0, 'body'] }],
  });
});

test('nothing is looked through while the YAML is broken', () => {
  const codes = problemsWith({ editorsNote: '<script>', kicker: '"open' }).map(({ code }) => code);
  expect(codes).toEqual(['yaml-quote-not-closed']);
});

test('nothing is looked through where it is not asked for', () => {
  expect(parseChanged({ editorsNote: '<script>' }, '', { text: false }).problems).toEqual([]);
});
