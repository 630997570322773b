import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FixtureArticle } from './fixture/article.ts';
import { buildPicture } from './fixture/picture.ts';
import { OUTLET } from './fixture/records.ts';
import { findTraces } from './workplace/find-traces.ts';
import { listFiles } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

const work = new Workplace();
const { content, tree: dist } = work;
/** The week of what is taken back is over. */
const NOW = '2026-11-25T12:00:00Z';
const BOOK = 'en/books/2026-w47.epub';
let mediaBefore: string[];
let bookBefore: string;
let updatedBefore: number[] = [];

/** Each article has a word in its title, text and pictures that stands nowhere else. */
const REMOVED: FixtureArticle = {
  folder: 'en/2026/11/16-a-name-in-court',
  title: 'Xarvolim stood in court on Monday',
  text: 'The xarvolim case goes on.\n\n![A xarvolim on a gradient](street.png "Xarvolim street")',
  leadImage: { file: 'court.png', alt: 'The xarvolim courtroom in a gradient' },
  fields: ['translationKey: court', 'formerAddresses: [en/2026/11/16/old-court]'],
};
const WITHDRAWN: FixtureArticle = {
  folder: 'en/2026/11/17-figures-of-the-year',
  title: 'The figures of the year are in',
  text: 'They say zubrikon.\n\n![A zubrikon on a gradient](chart.png "Zubrikon chart")',
  leadImage: { file: 'figures.png', alt: 'A zubrikon in a gradient' },
  fields: ['standfirst: Every zubrikon counted.'],
};
const DRAFT: FixtureArticle = {
  folder: 'en/2026/11/15-not-yet-ready',
  title: 'Drelmunt is not ready to be read',
  text: 'Drelmunt.',
  status: 'draft',
  leadImage: { file: 'draft.png', alt: 'A drelmunt in a gradient' },
};
const TRANSLATED: FixtureArticle = {
  folder: 'ru/2026/11/16-imya-v-sude',
  title: 'Дело слушали в понедельник',
  text: 'Дело слушают дальше.',
  fields: ['translationKey: court'],
};

beforeAll(async () => {
  await content.fill();
  content.write('outlet.yaml', `${OUTLET}books: { weeks: 1 }\n`);
  for (const article of [REMOVED, WITHDRAWN, DRAFT, TRANSLATED]) content.writeArticle(article);
  const pictures = ['court', 'street', 'figures', 'chart', 'draft'];
  const places = [REMOVED, REMOVED, WITHDRAWN, WITHDRAWN, DRAFT];
  for (const [place, name] of pictures.entries())
    content.write(
      `articles/${places[place]?.folder ?? ''}/${name}.png`,
      await buildPicture(20 + 45 * place),
    );
  await work.build(NOW);
  bookBefore = bookText();
  updatedBefore = updatedTimes();
  expect(findTraces(dist, 'xarvolim').length).toBeGreaterThan(8);
  expect(findTraces(dist, 'zubrikon').length).toBeGreaterThan(8);
  expect(findTraces(dist, 'drelmunt')).toEqual([]);
  mediaBefore = media();
  content.writeArticle({ ...REMOVED, status: 'removed' });
  content.writeArticle({
    ...WITHDRAWN,
    status: 'withdrawn',
    fields: [
      ...(WITHDRAWN.fields ?? []),
      'updatedAt: 2026-11-20T08:00:00Z',
      'editorsNote: The sums were wrong.',
    ],
  });
  await work.build(NOW);
});

afterAll(() => {
  work.remove();
});

const media = (): string[] => listFiles(dist).filter((file) => file.startsWith('media/'));
const bookText = (): string =>
  execFileSync('unzip', ['-p', path.join(dist, BOOK)], { encoding: 'latin1' });
/** Of the catalogue of books, and of the book in it. */
const updatedTimes = (): number[] =>
  [...read('en/books.xml').matchAll(/<updated>([^<]*)</g)].map(([, at = '']) => Date.parse(at));
const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

test('a removed article leaves a page that says only that something was removed', () => {
  expect(findTraces(dist, 'xarvolim')).toEqual([]);
  const page = 'en/2026/11/16/a-name-in-court.html';
  expect(listFiles(dist)).toContain(page);
  expect(findTraces(dist, 'a-name-in-court')).toEqual([page]);
  expect(listFiles(dist)).not.toContain('en/2026/11/16/old-court.html');
  expect(read(page)).toContain('noindex');
  expect(read(page)).not.toContain('<img');
});

test('a withdrawn article is a dated notice on its page and in feeds, its text nowhere', () => {
  expect(findTraces(dist, 'zubrikon')).toEqual([]);
  const page = read('en/2026/11/17/figures-of-the-year.html');
  expect(page).toContain('The sums were wrong.');
  expect(page).toContain('20 November 2026');
  for (const feed of ['feed.xml', 'atom.xml', 'feed.json'])
    expect(read(`en/${feed}`)).toContain('The sums were wrong.');
  const where = findTraces(dist, 'figures-of-the-year');
  expect(where.filter((file) => file.startsWith('search/') || file.endsWith('index.html'))).toEqual(
    [],
  );
});

test('no picture of what was taken back, or of a draft, stays in the tree', () => {
  const shown = media().filter((file) => findTraces(dist, path.basename(file)).length < 2);
  expect(shown).toEqual([]);
  expect(media().length).toBeLessThan(mediaBefore.length - 6);
});

test('neither stays in the book of its week, which goes on without them', () => {
  for (const word of ['xarvolim', 'zubrikon'])
    expect([bookBefore, bookText()].map((text) => text.includes(word))).toEqual([true, false]);
  expect(bookText()).toContain('The ferry runs again');
  // Reading programs ask for what is newer than what they have.
  const [catalogue = 0, book = 0] = updatedBefore;
  expect(updatedTimes()).toEqual([catalogue + 1000, book + 1000]);
});
