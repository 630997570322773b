import { expect, test } from 'vitest';
import { refuseVisit } from './visit-guard.ts';

const own = { host: '127.0.0.1:4321', 'sec-fetch-site': 'same-origin' };
const status = (headers: Record<string, string | undefined>, url = '/ru/') =>
  refuseVisit(url, { ...own, ...headers })?.status;

test.each([
  ['a link in the preview', {}],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['a browser that tells nothing', { 'sec-fetch-site': undefined }],
  ['the other names of this machine', { host: 'localhost:4321' }],
  ['a script of the preview', { origin: 'http://127.0.0.1:4321' }],
])('%s is answered', (_, headers) => {
  expect(status(headers)).toBeUndefined();
});

test.each([
  ['a link, a frame or a fetch of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page on another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ['a script of another page', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
  ['a page that hides where it is', { 'sec-fetch-site': undefined, origin: 'null' }],
  ['a name that leads to this machine', { host: 'evil.example:4321' }],
  ['a name that begins like this machine', { host: '127.0.0.1.evil.example' }],
  ['no name at all', { host: undefined }],
])('%s is refused', (_, headers) => {
  expect(status(headers)).toBe(403);
});

test.each([
  '/__open-in-editor?file=a',
  '/__OPEN-in-editor/',
  '//__open-in-editor',
  '/a/__open-in-editor',
])('%s is not there, not even for the preview itself', (url) => {
  expect(status({}, url)).toBe(404);
});
