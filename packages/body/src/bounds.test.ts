import { expect, test } from 'vitest';
import { inspectBody } from './inspect.ts';
import {
  EMPHASIS_MARKS_MAX,
  LINE_NESTING_MAX,
  MARKDOWN_MAX_LENGTH,
  STRUCTURE_MARKS_MAX,
  TREE_DEPTH_MAX,
  TREE_NODES_MAX,
} from './limits.ts';
import { renderBody } from './render/render-body.ts';
import { sampleOptions } from '../testing/sample-options.ts';

const nested = (depth: number): string =>
  `${'*a _b '.repeat(depth / 2)}x${' b_ a*'.repeat(depth / 2)}`;
const lines = (count: number): string => 'a\n\n'.repeat(count);

const HOSTILE: [string, string, string][] = [
  ['a long text', 'a'.repeat(MARKDOWN_MAX_LENGTH + 1), 'characters long'],
  ['nested quotes', '>'.repeat(100_000), 'nested'],
  ['nested lists', `${'- '.repeat(100_000)}a`, 'nested'],
  ['nested numbers', `a\n\n${'1. '.repeat(LINE_NESTING_MAX + 1)}a`, 'nested'],
  ['nested emphasis', nested(TREE_DEPTH_MAX + 2), 'nested'],
  ['emphasis marks', '*a_ '.repeat(EMPHASIS_MARKS_MAX), 'or ~'],
  ['brackets', '['.repeat(100_000), '[, < or |'],
  ['tags', '<b>'.repeat(STRUCTURE_MARKS_MAX + 1), '[, < or |'],
  ['references in one paragraph', `${'слово '.repeat(15_000)}${'&amp;'.repeat(1_000)}`, '&'],
  ['escapes in one paragraph', `${'слово '.repeat(15_000)}${'\\!'.repeat(1_000)}`, '&'],
  ['parts', 'a\n\n'.repeat(TREE_NODES_MAX / 2), 'parts'],
];

test.each(HOSTILE)(
  '%s: refused with a place, rendered as plain paragraphs',
  (_name, text, reason) => {
    const { refused } = inspectBody(text);
    expect(refused?.reason.en).toContain(reason);
    expect(refused?.at.line).toBeGreaterThan(0);
    expect(renderBody(text, sampleOptions())).toMatch(/^<p>[^<]*<\/p>(?:\n<p>[^<]*<\/p>)*$/);
  },
);

test('says where', () => {
  expect(inspectBody(`a\n\n${'>'.repeat(LINE_NESTING_MAX + 1)}`).refused?.at).toEqual({
    line: 3,
    column: 1,
    offset: 3,
  });
});

test.each([
  ['emphasis marks', `*Fine.*\n${'*'.repeat(5_000)}`, 4],
  ['brackets', '['.repeat(20_001), 3],
  ['brackets before and here', `${'[a] '.repeat(100)}\n\n${'['.repeat(20_000)}`, 5],
  ['tags', `Fine.\r\n${'<b>'.repeat(20_001)}`, 4],
  ['references', `Fine.\n${'слово '.repeat(15_000)}${'&amp;'.repeat(1_000)}`, 4],
])('says on which line there are too many %s', (_name, text, line) => {
  expect(inspectBody(`Fine [here](/a).\n\n${text}\n\nFine *again*.`).refused?.at.line).toBe(line);
});

test.each([
  ['a drawn line', '- '.repeat(40)],
  ['a long article', lines(5_000)],
  ['nesting a person may write', `${'> - '.repeat(LINE_NESTING_MAX / 2)}a`],
  ['no-break spaces', 'слово&nbsp;слово '.repeat(40).concat('\n\n').repeat(60)],
])('%s is not refused', (_name, text) => {
  expect(inspectBody(text).refused).toBeUndefined();
});

test('tags left open do not nest without end', () => {
  const html = renderBody('<b>x'.repeat(15_000), sampleOptions());
  expect(html.match(/<b>/g)?.length).toBe(16);
});
