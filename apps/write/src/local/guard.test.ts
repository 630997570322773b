import { expect, test } from 'vitest';
import { refuseRequest } from './guard.ts';

const own = {
  host: '127.0.0.1:4400',
  origin: 'http://127.0.0.1:4400',
  'content-type': 'application/json; charset=utf-8',
  'sec-fetch-site': 'same-origin',
};
const refusal = (method: string, headers: Record<string, string | undefined>) =>
  refuseRequest({ method, headers: { ...own, ...headers } }, 4400);

test('the room’s own page may read and write', () => {
  expect(refusal('GET', { origin: undefined })).toBeUndefined();
  expect(refusal('POST', {})).toBeUndefined();
  expect(
    refusal('POST', {
      host: 'localhost:4400',
      origin: 'http://localhost:4400',
      'sec-fetch-site': undefined,
    }),
  ).toBeUndefined();
});

test.each([
  ['another page', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:4401' }],
  ['a page that hides where it is', { origin: 'null' }],
  ['no page at all', { origin: undefined }],
  [
    'a name that leads to this machine',
    { host: 'evil.example:4400', origin: 'http://evil.example:4400' },
  ],
  ['the other name of this machine', { origin: 'http://localhost:4400' }],
  ['a form', { 'content-type': 'text/plain' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
])('%s may not write', (_, headers) => {
  expect(refusal('POST', headers)).toBeTypeOf('string');
});

test('a name that leads to this machine may not read either', () => {
  expect(refusal('GET', { host: 'evil.example:4400' })).toContain('evil.example');
  expect(refusal('GET', { host: undefined })).toBeTypeOf('string');
});

test('other methods are not answered', () => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS'])
    expect(refusal(method, {})).toBeTypeOf('string');
});
