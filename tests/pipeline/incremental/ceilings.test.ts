import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAuthor } from '../fixture/records.ts';
import { compareStates, readState } from '../workplace/tree-state.ts';
import { Workplace } from '../workplace/workplace.ts';

/** How much is rendered again at most: a build that makes everything anew would be right, and useless to a newsroom. */
const work = new Workplace();
const { content } = work;
let all = 0;

beforeAll(async () => {
  await content.fill();
  all = (await work.update()).rendered;
});
afterAll(() => {
  work.remove();
});

/** Feeds of an edition: RSS, Atom, JSON, brief; of a section, a tag and an author. */
const FEEDS = 7;

test('a sentence more: its page, and the feeds that carry it', async () => {
  content.editArticle('en/2026/10/05-the-bridge-opens', (text) => `${text}\nOne sentence more.\n`);
  const { rendered, written } = await work.update();
  expect(rendered).toBeLessThanOrEqual(3 + FEEDS);
  expect(written).toBeGreaterThan(0);
});

test('an article more: far from all', async () => {
  content.writeArticle({
    folder: 'en/2026/11/20-a-new-pier',
    title: 'A new pier stands below the bridge',
    text: 'The pier was built in a week.',
  });
  const { rendered } = await work.update();
  expect(rendered).toBeLessThanOrEqual(40);
  expect(rendered).toBeLessThan(all / 2);
});

test('another name of an author: only what shows it', async () => {
  const before = readState(work.tree);
  content.write('authors/boris.yaml', buildAuthor('Boris Linde', 'Борис Линде'));
  const { rendered } = await work.update();
  const { changed } = compareStates(before, readState(work.tree));
  expect(rendered).toBe(changed.filter((file) => !file.startsWith('search/')).length);
});

test('a fixed page: that page, and none that leads to it while its title stays', async () => {
  content.write('pages/en/about.md', '---\ntitle: About the paper\n---\n\nAnother text.\n');
  expect((await work.update()).rendered).toBeLessThanOrEqual(1);
});

test('nothing: nothing', async () => {
  expect(await work.update()).toEqual({ rendered: 0, written: 0, deleted: 0 });
});
