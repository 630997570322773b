import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from '@tamizdat/archive';
import { afterAll, expect, test } from 'vitest';
import { renderTree } from './render-tree.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-builder-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An outlet whose articles are of no kind: what is rendered of them is the templates' own. */
function contentOf(articles: number): Content {
  return {
    outlet: { languages: [] },
    articles: Array.from({ length: articles }, (_, place) => ({ id: String(place) })),
  } as unknown as Content;
}

/** Writes compiled templates that show each article's id at a path, and renders with them into a new folder. */
async function renderWith(pathOf: string, articles: number, threads = 2) {
  const out = mkdtempSync(path.join(folder, 'out-'));
  const templates = path.join(folder, `${path.basename(out)}.mjs`);
  writeFileSync(
    templates,
    `const pathOf = ${pathOf};
export const openRenderer = ({ clock }, { articles }) => ({
  routes: async () => articles.map(({ id }) => ({ pattern: '/[id]', pathname: '/' + id })),
  render: async ({ pathname }) => ({
    path: pathOf(pathname.slice(1)),
    bytes: new TextEncoder().encode(pathname + ' at ' + clock),
  }),
});`,
  );
  mkdirSync(path.join(folder, 'media'), { recursive: true });
  const settings = {
    contentFolder: folder,
    mediaFolder: path.join(folder, 'media'),
    clock: '2026-11-22T12:00:00Z',
    preview: false,
  };
  const progress: number[] = [];
  const count = await renderTree({
    templates,
    settings,
    content: contentOf(articles),
    out,
    threads,
    onProgress: (done) => progress.push(done),
  });
  return { out, count, progress };
}

test.each([1, 3])('every file is rendered once, in %i threads', async (threads) => {
  const { out, count, progress } = await renderWith('(id) => `en/${id}.html`', 130, threads);
  expect(count).toBe(130);
  expect(readdirSync(path.join(out, 'en'))).toHaveLength(130);
  expect(readFileSync(path.join(out, 'en/129.html'), 'utf8')).toBe('/129 at 2026-11-22T12:00:00Z');
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
  expect(progress.at(-1)).toBe(130);
});

test('two templates that answer with one address end the rendering', async () => {
  await expect(renderWith('() => `en/same.html`', 2)).rejects.toThrow('EEXIST');
});

test('what a template throws is what is thrown', async () => {
  const broken = '() => { throw new Error("the template is broken"); }';
  await expect(renderWith(broken, 2)).rejects.toThrow('the template is broken');
});
