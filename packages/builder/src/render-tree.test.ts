import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content } from '@tamizdat/archive';
import { afterAll, expect, test } from 'vitest';
import type { Before } from './plan-rendering.ts';
import { renderTree } from './render-tree.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-builder-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Item {
  id: string;
  title?: string;
  picture?: string;
}

/** An outlet whose articles are of no kind: what is rendered of them is the templates' own. */
function contentOf(articles: Item[]): Content {
  return { outlet: { languages: [] }, articles } as unknown as Content;
}

const many = (count: number): Item[] =>
  Array.from({ length: count }, (_, place) => ({ id: String(place) }));

/** Templates that show each article's title at a path, ask for nothing else, and know one picture an article at most. */
function templatesOf(pathOf: string, out: string): string {
  return `const out = ${JSON.stringify(out)};
const pathOf = ${pathOf};
const encode = (text) => new TextEncoder().encode(text);
export const openRenderer = ({ clock }, { articles }) => {
  const find = (id) => articles.find((article) => article.id === id) ?? {};
  const ask = async ({ questions }) => ({
    answers: questions.map((question) => JSON.stringify(find(JSON.parse(question)))),
    parts: {},
  });
  const recorded = async (id, made) =>
    ({ ...made, reads: new Map([[JSON.stringify(id), JSON.stringify(find(id))]]) });
  return {
    ask,
    routes: async () => articles.map(({ id }) => ({ pattern: '/[id]', pathname: '/' + id })),
    owners: async () => articles.map(({ id }) => ['article', id]),
    makePictures: async ([, id]) => recorded(id, { pictures: [find(id).picture].flatMap((name) => name ?? []) }),
    renderPicture: async (name) => ({ path: 'media/' + name, bytes: encode(name) }),
    render: async ({ pathname }) => {
      const id = pathname.slice(1);
      const bytes = encode(id + ' ' + (find(id).title ?? '') + ' at ' + clock);
      return recorded(id, { path: await pathOf(id), bytes });
    },
  };
};`;
}

/** Writes compiled templates, and renders with them into a new folder. */
async function renderWith(pathOf: string, articles: Item[], threads = 2, before?: Before) {
  const out = mkdtempSync(path.join(folder, 'out-'));
  const templates = path.join(folder, `${path.basename(out)}.mjs`);
  writeFileSync(templates, templatesOf(pathOf, out));
  mkdirSync(path.join(folder, 'media'), { recursive: true });
  const settings = {
    contentFolder: folder,
    mediaFolder: path.join(folder, 'media'),
    clock: '2026-11-22T12:00:00Z',
    preview: false,
  };
  const progress: number[] = [];
  const content = contentOf(articles);
  const onProgress = (done: number): void => void progress.push(done);
  const job = { templates, settings, content, out, threads, onProgress };
  const tree = await renderTree({ ...job, ...(before && { before }) });
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .sort();
  return { ...tree, out, progress, files };
}

const PATHS = '(id) => `en/${id}.html`';

test.each([1, 3])('every file is rendered once, in %i threads', async (threads) => {
  const { out, rendered, progress, files } = await renderWith(PATHS, many(600), threads);
  expect(rendered).toBe(600);
  expect(files).toHaveLength(600);
  expect(readFileSync(path.join(out, 'en/129.html'), 'utf8')).toBe('129  at 2026-11-22T12:00:00Z');
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
  expect(progress.at(-1)).toBe(1200);
});

test('what is answered as before stands, and what is not is made anew', async () => {
  const items = [
    { id: 'a' },
    { id: 'b', picture: '1.jpg' },
    { id: 'c', picture: '1.jpg' },
    { id: 'd' },
  ];
  const { record, files } = await renderWith(PATHS, items);
  expect(files).toEqual(['en/a.html', 'en/b.html', 'en/c.html', 'en/d.html', 'media/1.jpg']);
  const now = [
    { id: 'a', title: 'Other' },
    { id: 'b', picture: '2.jpg' },
    items[2] ?? { id: '' },
    { id: 'e' },
  ];
  const before = { record, touched: new Set<string>() };
  const next = await renderWith(PATHS, now, 2, before);
  expect(next.files).toEqual(['en/a.html', 'en/b.html', 'en/e.html', 'media/2.jpg']);
  expect(next.standing).toEqual(['en/c.html', 'media/1.jpg']);
  expect(next.gone).toEqual(['en/d.html']);
  const touched = new Set(['en/c.html', 'media/1.jpg']);
  const mended = await renderWith(PATHS, items, 2, { record, touched });
  expect(mended.files).toEqual(['en/c.html', 'media/1.jpg']);
  const without = await renderWith(PATHS, [{ id: 'a' }], 2, before);
  expect(without.gone).toEqual(['en/b.html', 'en/c.html', 'en/d.html', 'media/1.jpg']);
});

const REFUSED = {
  code: 'EEXIST',
  syscall: 'open',
  path: expect.stringMatching(/same\.html$/) as string,
};

test('what the system refused in another thread has its words and its cause', async () => {
  // This thread waits until the other one has written a page, and is about to write it again.
  const path = `async (id) => {
    const { isMainThread } = await import('node:worker_threads');
    const { existsSync } = await import('node:fs');
    if (!isMainThread) return 'en/same.html';
    while (!existsSync(out + '/en/same.html')) await new Promise((wait) => setTimeout(wait, 5));
    return 'en/' + id + '.html';
  }`;
  await expect(renderWith(path, many(600))).rejects.toMatchObject({
    message: expect.stringContaining('EEXIST') as string,
    cause: REFUSED,
  });
});

test('two templates that answer with one address end the rendering, also where one stands', async () => {
  const same = '() => `en/same.html`';
  await expect(renderWith(same, many(2))).rejects.toMatchObject(REFUSED);
  const { record } = await renderWith(same, many(1));
  const before = { record, touched: new Set<string>() };
  await expect(renderWith(same, many(2), 2, before)).rejects.toThrow('en/same.html is made twice');
});

test('what a template throws is what is thrown', async () => {
  const broken = '() => { throw new Error("the template is broken"); }';
  await expect(renderWith(broken, many(2))).rejects.toThrow('the template is broken');
});
