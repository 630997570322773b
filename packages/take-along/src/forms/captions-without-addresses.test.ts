import { expect, test } from 'vitest';
import { captionsWithoutAddresses } from './captions-without-addresses.ts';

const HEAD = 'WEBVTT\n\n00:00.000 --> 00:01.000 line:0 align:start\n';

test.each([
  ['See https://a.example/b, all', 'See […], all'],
  ['<b>ferry</b>.example <i>opens</i>', '<b>[…]</b> <i>opens</i>'],
  ['<v Ann t.me/ann>At</v> five', '<v Ann […]>At</v> five'],
  ['t&period;me&sol;ann, A &amp; B &lt;3', '[…], A &amp; B &lt;3'],
  ['on window.secret', 'on […]'],
  ['At 12:30, 3.5 &gt; 2', 'At 12:30, 3.5 &gt; 2'],
])('of %j there is %j', (line, left) => {
  expect(captionsWithoutAddresses(`${HEAD}${line}\n`, ['window.secret'])).toBe(`${HEAD}${left}\n`);
});

test.each(['\r', '\r\n'])('lines that end in %j', (end) => {
  const vtt = `${HEAD}See t.me/ann\nor a.example\n`.replaceAll('\n', end);
  expect(captionsWithoutAddresses(vtt, [])).toBe(`${HEAD}See […]\nor […]\n`);
});

test('names of captions, and what stands behind their times', () => {
  const vtt = 'WEBVTT\n\nat t.me/ann\n00:00.000 --> 00:01.000 x:evil.com\nFive\n';
  expect(captionsWithoutAddresses(vtt, [])).toBe(
    'WEBVTT\n\nat […]\n00:00.000 --> 00:01.000 x:[…]\nFive\n',
  );
});
