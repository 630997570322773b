import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPicture } from './fixture/picture.ts';
import { findTraces } from './workplace/find-traces.ts';
import { compareStates, NO_CHANGES, readUntouched } from './workplace/tree-state.ts';
import { Workplace } from './workplace/workplace.ts';

/** The fixture's last boundary before the embargo's end is noon of the day before. */
const BEFORE = '2026-11-22T09:00:00Z';
const EMBARGO_ENDS = '2026-11-22T10:00:00Z';
const AFTER = '2026-11-22T10:00:01Z';
/** Stands in the embargoed article's address, title, text, description and image's name, and nowhere else. */
const SENTINEL = 'qvorzel';
const FORMER_ID = 'https://old.example/?p=qvorzel';

const work = new Workplace();
const { content, tree: dist } = work;

beforeAll(async () => {
  await content.fill();
  const folder = 'en/2026/11/20-qvorzel-report';
  content.writeArticle({
    folder,
    title: 'Qvorzel report is out at last',
    text: 'The qvorzel commission has finished.\n\n![A qvorzel on a gradient](inside-qvorzel.png "A qvorzel")',
    leadImage: { file: 'qvorzel.png', alt: 'One more qvorzel on a gradient' },
    fields: [`embargoUntil: ${EMBARGO_ENDS}`, `feedId: ${FORMER_ID}`],
  });
  content.write(`articles/${folder}/qvorzel.png`, await buildPicture(150));
  content.write(`articles/${folder}/inside-qvorzel.png`, await buildPicture(220));
});

afterAll(() => {
  work.remove();
});

test('an embargoed article is nowhere in the tree before its time, there after it, and gone again before it', async () => {
  const before = await work.build(BEFORE);
  expect(findTraces(dist, SENTINEL)).toEqual([]);

  const after = await work.build(AFTER);
  const traces = findTraces(dist, SENTINEL);
  expect(traces).toEqual(
    expect.arrayContaining([
      'en/2026/11/20/qvorzel-report.html',
      'en/2026/11/index.html',
      'en/atom.xml',
      'en/brief.xml',
      'en/feed.json',
      'en/feed.xml',
      'en/index.html',
      'en/section/news.html',
      'en/section/news.xml',
      'index.html',
    ]),
  );
  // Feeds tell it under the id that those of a former system had.
  for (const feed of ['feed.xml', 'atom.xml', 'feed.json', 'section/news.xml'])
    expect(readFileSync(path.join(dist, 'en', feed), 'utf8'), feed).toContain(FORMER_ID);
  expect(traces.filter((file) => /\.pf_(?:fragment|index)$/.test(file)).length).toBe(2);
  const media = compareStates(before, after).added.filter((file) => /^media\//.test(file));
  expect(media.length).toBeGreaterThan(4);

  const again = await work.build(BEFORE);
  expect(findTraces(dist, SENTINEL)).toEqual([]);
  for (const file of media) expect(findTraces(dist, path.parse(file).name)).toEqual([]);
  expect(compareStates(before, again)).toEqual(NO_CHANGES);
});

test('two moments between the same boundaries are one build', async () => {
  await work.build(BEFORE);
  const before = readUntouched(dist);
  await work.build('2026-11-22T09:59:59Z');
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});
