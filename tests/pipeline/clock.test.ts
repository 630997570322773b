import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { buildPicture } from './fixture/picture.ts';
import { copyRepository, removeCopy } from './workplace/copy-repository.ts';
import { findTraces } from './workplace/find-traces.ts';
import { buildWell, wasCached, type Ran } from './workplace/run-tamizdat.ts';
import {
  compareStates,
  NO_CHANGES,
  readState,
  readUntouched,
  type TreeState,
} from './workplace/tree-state.ts';

/** The fixture's last boundary before the embargo's end is noon of the day before. */
const BEFORE = '2026-11-22T09:00:00Z';
const EMBARGO_ENDS = '2026-11-22T10:00:00Z';
const AFTER = '2026-11-22T10:00:01Z';
/** Stands in the embargoed article's address, title, text, description and image's name, and nowhere else. */
const SENTINEL = 'qvorzel';

let copy: string;
let dist: string;

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  const content = new ContentFolder(path.join(copy, 'content'));
  await content.fill();
  const folder = 'en/2026/11/20-qvorzel-report';
  content.writeArticle({
    folder,
    title: 'Qvorzel report is out at last',
    text: 'The qvorzel commission has finished.\n\n![A qvorzel on a gradient](inside-qvorzel.png "A qvorzel")',
    leadImage: { file: 'qvorzel.png', alt: 'One more qvorzel on a gradient' },
    fields: [`embargoUntil: ${EMBARGO_ENDS}`],
  });
  content.write(`articles/${folder}/qvorzel.png`, await buildPicture(150));
  content.write(`articles/${folder}/inside-qvorzel.png`, await buildPicture(220));
});

afterAll(() => {
  removeCopy(copy);
});

async function buildAt(now: string): Promise<{ ran: Ran; state: TreeState }> {
  const ran = await buildWell(copy, { now });
  return { ran, state: readState(dist) };
}

test('an embargoed article is nowhere in the tree before its time, there after it, and gone again before it', async () => {
  const before = await buildAt(BEFORE);
  expect(findTraces(dist, SENTINEL)).toEqual([]);

  const after = await buildAt(AFTER);
  expect(wasCached(after.ran)).toBe(false);
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
  expect(traces.filter((file) => /\.pf_(?:fragment|index)$/.test(file)).length).toBe(2);
  const media = compareStates(before.state, after.state).added.filter((file) =>
    /^media\//.test(file),
  );
  expect(media.length).toBeGreaterThan(4);

  const again = await buildAt(BEFORE);
  expect(wasCached(again.ran)).toBe(true);
  expect(findTraces(dist, SENTINEL)).toEqual([]);
  for (const file of media) expect(findTraces(dist, path.parse(file).name)).toEqual([]);
  expect(compareStates(before.state, again.state)).toEqual(NO_CHANGES);
});

test('two moments between the same boundaries are one build', async () => {
  await buildAt(BEFORE);
  const before = readUntouched(dist);
  const later = await buildAt('2026-11-22T09:59:59Z');
  expect(wasCached(later.ran)).toBe(true);
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});
