import { globSync } from 'node:fs';
import { Archive, buildClock, loadContent, pageAddresses } from '@tamizdat/archive';
import { expect, test } from 'vitest';
import { outlets } from '../outlets/built-outlets.ts';

const now = process.env['TAMIZDAT_NOW'] ?? new Date().toISOString();

// What links are checked by is this list.
test.each(outlets)('$name was built to exactly the pages of the table', async (outlet) => {
  const content = await loadContent(outlet.content);
  const clock = buildClock({ ...content, fronts: content.fronts.values() }, now);
  const listed = await pageAddresses(new Archive(() => Promise.resolve(content), { clock }));
  const built = new Set(globSync('**/*', { cwd: outlet.tree }));
  const pages = [...built].filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((page) => !listed.has(page))).toEqual([]);
  expect([...listed].filter((address) => !built.has(address))).toEqual([]);
});
