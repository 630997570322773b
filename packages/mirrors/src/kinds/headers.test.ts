import { expect, test } from 'vitest';
import { cacheControl } from './headers.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

test.each([
  ['en/2026/11/22/a.html', 'public, max-age=60'],
  ['en/reader.html', 'public, max-age=60'],
  ['worker.js', 'public, max-age=86400'],
  ['reader.js', 'public, max-age=86400'],
  ['en/worker.js', 'public, max-age=60'],
  ['reader/0123456789abcdef.js', FOR_EVER],
  ['media/0a.avif', FOR_EVER],
  ['release/nodes/0a/0b', FOR_EVER],
  ['release/timestamp.json', 'no-store'],
])('%s is kept as %s', (path, header) => {
  expect(cacheControl(path)).toBe(header);
});
