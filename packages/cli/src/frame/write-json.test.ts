import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeJson } from './write-json.ts';

it('escapes what a terminal could obey, and nothing else', () => {
  const name = 'a\u009b31m\u202e\u2028\u007f\u{e0001}.html, б\n';
  const written = writeJson([name]);
  expect(written).toBe('[\n  "a\\u009b31m\\u202e\\u2028\\u007f\\udb40\\udc01.html, б\\n"\n]');
  expect(JSON.parse(written)).toEqual([name]);
});

it('says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
