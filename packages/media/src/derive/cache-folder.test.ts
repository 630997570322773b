import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { CacheFolder } from './cache-folder.ts';

test('a file is there whole or not at all while it is written', async () => {
  const cache = new CacheFolder(await temporaryFolder());
  const size = 60_000_000;
  const seen = new Set<number | undefined>();
  const state = { done: false };
  const writing = cache.write('files/a', Buffer.alloc(size, 1)).then(() => {
    state.done = true;
  });
  while (!state.done) seen.add(await cache.sizeOf('files/a'));
  await writing;
  seen.add(await cache.sizeOf('files/a'));
  expect(seen).toEqual(new Set([undefined, size]));
});
