import { describe, expect, test } from 'vitest';
import { parsePage } from '../parse/page.ts';
import { parseChanged, problemsWith } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';
import { articleAnchors } from './page-anchors.ts';

const LIVE = {
  kind: 'live',
  live: `
  entries:
    - { id: polls-open, at: 2026-11-22T09:40:00+02:00, title: One, keyEvent: true, body: "## Queue\\n\\n[a](#queue) [b](#e-polls-open) [c](#flood)" }`,
};
const CORRECTIONS = `
  - kind: correction
    at: 2026-11-22T10:30:00+02:00
    text: The first version named the wrong year, 1955.`;

const dead = (text: string, fields: Record<string, string> = {}) =>
  problemsWith(fields, text)
    .filter(({ code }) => code === 'text-link-fragment')
    .map(({ found, field }) => (field === undefined ? found : [field, found]));

describe('links to places of the same page', () => {
  test('that are not there', () => {
    expect(told(problemsWith({}, '## The flood\n\n[a](#the-flod) [b](#%D1%85)')))
      .toMatchInlineSnapshot(`
        "15:1 text-link-fragment
        The link “#the-flod” leads to no place of this page.
        why: The page has no heading or entry of that name, so that the reader is left at its start.
        do: Did you mean “#h-the-flood”?
        example: [as described](#h-the-flood)

        15:16 text-link-fragment
        The link “#%D1%85” leads to no place of this page.
        why: The page has no heading or entry of that name, so that the reader is left at its start.
        do: Write one of the places that are there: #h-the-flood.
        example: [as described](#h-the-flood)"
      `);
    expect(told(problemsWith({}, 'A [b](#nope).'))).toMatchInlineSnapshot(`
      "13:3 text-link-fragment
      The link “#nope” leads to no place of this page.
      why: The page has no heading or entry of that name, so that the reader is left at its start.
      do: Leave out “#” and what follows it: the page has no headings."
    `);
  });
  test('that come and go with other articles and with the time', () => {
    expect(told(problemsWith({}, '[a](#more)'))).toMatchInlineSnapshot(`
      "13:1 text-link-fragment
      The link “#more” leads to a place that comes and goes.
      why: It is on the page only while there is an appeal, or while there are other articles to read.
      do: Leave out “#” and what follows it, or lead to a page that stays, such as the one about support.
      example: [support us](/en/support.html)"
    `);
    expect(dead('[a](#appeal) [b](#ask) [c](#later)')).toEqual(['#appeal', '#ask', '#later']);
  });
  test('that are there', () => {
    const sources = '[{ id: report, title: Report }]';
    const text =
      '## The flood\n\nA.[^report] [1](#the-flood) [2](#h-the-flood) [3](#n-1) [4](#r-1) [5](#notes) [6](#text) [7](#) [8](#top) [8](#TOP) [8](#%54op) [9](#:~:text=flood)';
    expect(dead(text, { sources })).toEqual([]);
  });
  test('with a percent sign that is none', () => {
    expect(dead('[a](#100%25) [b](#100%)')).toEqual(['#100%25', '#100%']);
  });
  test('to sources, of which a note lists those it cites', () => {
    const sources = '[{ id: a, title: A }, { id: b, title: B }]';
    const editorsNote = '"A.[^b] [1](#note-n-1) [2](#note-n-2)"';
    expect(dead('[1](#n-1) [2](#n-2) [3](#n-3)', { sources, editorsNote })).toEqual([
      ['editorsNote', '#note-n-2'],
      '#n-3',
    ]);
  });
  test('by definition, and in a note or an entry', () => {
    const editorsNote = '"## Why\\n\\n[a](#why) [b](#note-h-why) [c](#flood)"';
    expect(dead('## Flood\n\n[a][r]\n\n[r]: #nope', { editorsNote, ...LIVE })).toEqual([
      ['editorsNote', '#flood'],
      ['live.entries[0].body', '#flood'],
      '#nope',
    ]);
  });
  test('that templates make where the article has what they hold', () => {
    const text = '[a](#corrections) [b](#key-events) [c](#e-polls-open) [d](#polls-open)';
    expect(dead(text)).toEqual(['#corrections', '#key-events', '#e-polls-open', '#polls-open']);
    expect(dead(text, { corrections: CORRECTIONS, ...LIVE })).toEqual([
      ['live.entries[0].body', '#flood'],
      '#polls-open',
    ]);
  });
  test('are not judged while a field that makes them is wrong', () => {
    expect(dead('[a](#n-1)', { sources: '[{ id: report }]' })).toEqual([]);
    const live = LIVE.live.replace('title: One', 'title: ""');
    expect(dead('[a](#e-polls-open)', { ...LIVE, live })).toEqual([]);
  });
  test('on a fixed page', () => {
    const page = '---\ntitle: About\n---\n\n## Who\n\n[a](#who) [b](#how)\n';
    expect(told(parsePage(page, { path: 'pages/en/about.md' }).problems)).toMatchInlineSnapshot(`
      "7:11 text-link-fragment
      The link “#how” leads to no place of this page.
      why: The page has no heading or entry of that name, so that the reader is left at its start.
      do: Write one of the places that are there: #h-who.
      example: [as described](#h-who)"
    `);
  });
});

test('a withdrawn article has its note’s places, a removed one none', () => {
  const fields = {
    editorsNote: '"## Why\\n\\nIt was wrong. [a](#flood)"',
    corrections: CORRECTIONS,
    updatedAt: '2026-11-22T10:30:00+02:00',
  };
  const text = '## Flood\n\n[a](#nope)';
  expect(dead(text, { ...fields, status: 'withdrawn' })).toEqual([['editorsNote', '#flood']]);
  expect(dead(text, { ...fields, status: 'removed' })).toEqual([]);
  const { value } = parseChanged({ ...fields, editorsNote: '"## Why"', status: 'withdrawn' }, text);
  if (value === undefined) throw new Error('The sample is an article.');
  expect([...articleAnchors(value, text).ids]).toEqual(['text', 'corrections', 'note-h-why']);
  expect([...articleAnchors({ ...value, status: 'removed' }, text).ids]).toEqual(['text']);
});
