import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadSearchScript } from './load-search-script.ts';

test('the script can stand inline, is small and the same each time', async () => {
  const script = await loadSearchScript();
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThan(4_500);
  expect(await loadSearchScript()).toBe(script);
});

test('the script puts nothing into the page as HTML', async () => {
  expect(await loadSearchScript()).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|DOMParser/,
  );
});
