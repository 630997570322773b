import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeControls, guardOutput, relay, unguardedOutput } from './guard-output.ts';

const ESC = '\u001b';
/** A stream that remembers what a terminal would have got. */
function terminal(isTTY: boolean) {
  const stream = new PassThrough({ encoding: 'utf8' }) as unknown as NodeJS.WriteStream;
  stream.isTTY = isTTY;
  return { stream, said: () => String((stream as unknown as PassThrough).read() ?? '') };
}

it.each([
  [`a${ESC}[2Jb`, String.raw`a\u001b[2Jb`],
  [`${ESC}]0;title\u0007`, String.raw`\u001b]0;title\u0007`],
  ['\u009b31m', String.raw`\u009b31m`],
  ['over\rwritten', String.raw`over\u000dwritten`],
  [`${ESC}[8mhidden`, String.raw`\u001b[8mhidden`],
  ['a\tb\r\nc\n', 'a\tb\r\nc\n'],
])('%j is spelled out, on a terminal too', (text, escaped) => {
  expect([true, false].map((isTerminal) => escapeControls(text, isTerminal))).toEqual([
    escaped,
    escaped,
  ]);
});

it('leaves a terminal our own colours and progress, and a file or a pipe none', () => {
  const text = `\r${ESC}[K${ESC}[31merror${ESC}[39m`;
  expect(escapeControls(text, true)).toBe(text);
  expect(escapeControls(text, false)).toBe(String.raw`\u000d\u001b[K\u001b[31merror\u001b[39m`);
});

it('leaves JSON what it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const escaped = escapeControls(JSON.stringify({ value }), false);
      expect(JSON.parse(escaped)).toEqual({ value });
      expect(escaped).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});

it('guards whatever is printed to a stream, and what other programs say', () => {
  const { stream, said } = terminal(true);
  guardOutput(stream);
  stream.write(`one${ESC}[2J\n`);
  expect(said()).toBe('one\\u001b[2J\n');
  unguardedOutput(stream).write(`${ESC}[1G`);
  expect(said()).toBe(`${ESC}[1G`);
  const child = new PassThrough();
  relay(child, stream);
  child.write(Buffer.from(`ж${ESC}[31m`));
  return new Promise<void>((resolve) => {
    setImmediate(() => {
      expect(said()).toBe('ж\\u001b[31m');
      resolve();
    });
  });
});
