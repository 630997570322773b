import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { LINE_TAKEN_BACK } from './own-codes.ts';
import { openProgressLine, tellTimeLeft } from './progress-line.ts';

function playTerminal(isTTY: boolean, columns = 20) {
  const written: string[] = [];
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0;
  return { written, terminal: { isTTY, columns, write } };
}

test('a line is written over, not more often than can be read, no longer than the terminal is wide', () => {
  const { written, terminal } = playTerminal(true);
  let time = 0;
  const line = openProgressLine(terminal, {}, () => time);
  line.show('first');
  line.show('too soon');
  time = 200;
  line.show('12345678901234567890');
  line.end();
  line.end();
  expect(written).toEqual([
    `${LINE_TAKEN_BACK}first`,
    `${LINE_TAKEN_BACK}1234567890123456789`,
    LINE_TAKEN_BACK,
  ]);
  expect(stripVTControlCharacters(written.join(''))).not.toContain('\n');
});

test('nothing is written where nobody sees a terminal, in CI, and where there was nothing to show', () => {
  for (const [isTTY, env] of [
    [false, {}],
    [true, { CI: 'true' }],
  ] as const) {
    const { written, terminal } = playTerminal(isTTY);
    const line = openProgressLine(terminal, env);
    line.show('something');
    line.end();
    expect(written).toEqual([]);
  }
  const { written, terminal } = playTerminal(true);
  openProgressLine(terminal, {}).end();
  expect(written).toEqual([]);
});

test.each([
  [0, 100, 30, ''],
  [9, 100, 30, ''],
  [10, 100, 2, ''],
  [50, 100, 10, ', about 10 s left'],
  [10, 100, 12, ', about 2 min left'],
  [100, 100, 10, ', about 0 s left'],
])('%i of %i in %i s: “%s”', (done, all, seconds, told) => {
  expect(tellTimeLeft(done, all, seconds)).toBe(told);
});
