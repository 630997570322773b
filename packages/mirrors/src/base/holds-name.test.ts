import { expect, test } from 'vitest';
import { holdsName } from './holds-name.ts';

const holds = (text: string): boolean =>
  holdsName(new TextEncoder().encode(text), 'https://*.example.net/news/');

test.each([
  ['see https://vetla.example.net/news/a.html', true],
  ['https://a.b.example.net/news/ https://x-1.example.net/news/', true],
  ['https://vetla.example.net/', false],
  ['https://.example.net/news/', false],
  ['https://a.b.example.net/news/', false],
  ['https://vetla.example.org/news/', false],
  ['http://vetla.example.net/news/', false],
  ['', false],
])('%s', (text, isHeld) => {
  expect(holds(text)).toBe(isHeld);
});
