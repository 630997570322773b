import { expect, test } from 'vitest';
import { judgeImageFile, judgeLink } from './url-policy.ts';

test.each([
  ['https://a.example/x?y#z'],
  ['HTTP://a.example'],
  ['mailto:a@b.example'],
  ['tel:+49301234'],
  ['../x.html'],
  ['/ru/x.html'],
  ['#id'],
  ['?q=a:b'],
  ['пример.html'],
  ['https://пример.рф/'],
])('allows %s', (url) => {
  expect(judgeLink(url)).toEqual({ allowed: true, value: url });
});

test.each([
  ['javascript:alert(1)', 'javascript'],
  ['JaVaScRiPt:alert(1)', 'javascript'],
  ['java\nscript:alert(1)', 'control'],
  ['\u0001javascript:alert(1)', 'control'],
  [' javascript:alert(1)', 'control'],
  ['\u00a0javascript:x', 'control'],
  ['vbscript:x', 'vbscript'],
  ['data:text/html,x', 'data'],
  ['blob:x', 'blob'],
  ['file:///etc/passwd', 'file'],
  ['//host.example/x', 'https://'],
  ['\\\\host.example', '\\'],
  ['/\\host.example', '\\'],
  ['https:/host.example', 'complete'],
  ['https:host.example', 'complete'],
  ['https://', 'complete'],
  ['https://bank.example@evil.example/', '@'],
  ['1a:b', './'],
  ['a\u202eb', 'control'],
  ['\ud800', 'half'],
])('refuses %j', (url, reason) => {
  expect(judgeLink(url)).toEqual({
    allowed: false,
    reason: { en: expect.stringContaining(reason) as string, ru: expect.any(String) as string },
  });
});

test('encodes spaces', () => {
  expect(judgeLink('a b.html')).toEqual({ allowed: true, value: 'a%20b.html' });
});

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['a%20b.jpg', 'a b.jpg'],
  ['100%.jpg', '100%.jpg'],
  ['ё.jpg', 'ё.jpg'],
])('allows the file %s', (url, file) => {
  expect(judgeImageFile(url)).toEqual({ allowed: true, value: file });
});

test.each([
  [''],
  ['a/b.jpg'],
  ['..%2fb.jpg'],
  ['..\\b.jpg'],
  ['https://a.example/b.jpg'],
  ['data:image/svg+xml,x'],
  ['.hidden.jpg'],
  ['a.jpg?x'],
  ['a\u0000.jpg'],
  ['a%00.jpg'],
  ['я'.repeat(128)],
])('refuses the file %j', (url) => {
  expect(judgeImageFile(url).allowed).toBe(false);
});
