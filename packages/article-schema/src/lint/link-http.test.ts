import { expect, test } from 'vitest';
import { encrypted } from './link-http.ts';

test.each([
  ['http://a.example/b', 'https://a.example/b'],
  ['http://a.example:80/b:80?c#d', 'https://a.example/b:80?c#d'],
  ['HTTP://a.example:080', 'https://a.example'],
  ['http://a.example:80?b', 'https://a.example?b'],
  ['http://a.example:8080/', 'https://a.example:8080/'],
  ['http://[2001:db8::80]/', 'https://[2001:db8::80]/'],
])('%s is proposed as %s, where https answers', (link, proposed) => {
  expect(encrypted(link)).toBe(proposed);
});
