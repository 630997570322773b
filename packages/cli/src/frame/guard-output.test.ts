import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LINE_TAKEN_BACK, ownCode, ownColours } from './own-codes.ts';
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

it.each([
  ['a colour', `${ESC}[31m`],
  ['the end of colours', `${ESC}[0m`],
  ['taking back a line', `\r${ESC}[K`],
  ['a mark of somebody else', `\u0001${'0'.repeat(32)}${ESC}[31m\u0002`],
])('%s that strangers wrote is no code of ours', (_, code) => {
  for (const isTerminal of [true, false])
    expect(escapeControls(`${code}words`, isTerminal)).toMatch(/^[ -~]+$/);
});

it.each([
  '\u00ad',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u2028',
  '\u2029',
  '\u2060',
  '\ufeff',
  '\ufff9',
  '\u034f',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u2065',
  '\u3164',
  '\uffa0',
  '\ufff0',
  '\ufe0f',
])('what turns letters round or ends a line unseen is spelled out: %j', (letter) => {
  for (const isTerminal of [true, false])
    expect(escapeControls(`a${letter}b`, isTerminal)).toBe(
      `a\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}b`,
    );
});

it('spells out what Unicode hides beyond its first plane as JSON does', () => {
  expect(escapeControls('a\u{e0041}\u{1d173}b\u{e0100}', true)).toBe(
    String.raw`a\udb40\udc41\ud834\udd73b\udb40\udd00`,
  );
});

it.each([
  'می\u200cخواهم',
  '👩\u200d💻',
  '❤\ufe0f 1\ufe0f\u20e3',
  '葛\u{e0100}',
  '\u0601١٢',
  'Ё–«ж»\u00a0№',
])('leaves letters what they are written with: %s', (text) => {
  expect(escapeControls(text, true)).toBe(text);
});

it('leaves a terminal our own colours and progress, and a file or a pipe none', () => {
  const text = `${LINE_TAKEN_BACK}${ownColours(`${ESC}[31m`)}${ESC}[32merror${ownCode(`${ESC}[39m`)}`;
  expect(escapeControls(text, true)).toBe(
    `\r${ESC}[K${ESC}[31m${String.raw`\u001b[32m`}error${ESC}[39m`,
  );
  expect(escapeControls(text, false)).toBe(String.raw`\u001b[32merror`);
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

it('ends no command because nobody reads what it says any more, and hides no other fault', () => {
  const { stream } = terminal(false);
  guardOutput(stream);
  const fail = (code: string) => stream.emit('error', Object.assign(new Error(code), { code }));
  expect(fail('EPIPE')).toBe(true);
  expect(() => fail('EIO')).toThrow('EIO');
});
