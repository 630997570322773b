import type { Article } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { articleAddress } from '../addresses.ts';
import { Archive } from '../archive.ts';
import { exampleArticle } from '../../testing/example-article.ts';
import { exampleOutlet } from '../../testing/example-outlet.ts';
import { digestAnswer } from './digest-answer.ts';
import { digestParts } from './part-digests.ts';
import { askAgain, recordDoor, UNANSWERED, type Noted, type Reads } from './recording-door.ts';

function open(articles: Article[], clock = '2026-11-22T00:00:00Z'): Archive {
  const source = {
    outlet: exampleOutlet,
    authors: [],
    pages: [],
    fronts: new Map(),
    words: new Map(),
    articles,
  };
  return new Archive(() => Promise.resolve(source), { clock });
}

const river = exampleArticle('river', '2026-11-20', { tags: ['water'], translationKey: 'k' });
const bridge = exampleArticle('bridge', '2026-11-19', { tags: ['water'] });

/** Questions of every form that pages ask. */
async function askAll(door: Archive): Promise<void> {
  await door.outlet();
  await door.find(articleAddress(river.address));
  await door.list('en', 'tag', 'water');
  await door.latest('en');
  await door.latest('en', 1);
  await door.related(articleAddress(river.address));
  await door.translations(undefined, 'en');
  await door.feedArticles('en', 10, { kind: 'tag', id: 'water' });
  await door.isOver('2026-11-21T00:00:00Z');
  expect(door.clock).toBe('2026-11-22T00:00:00Z');
}

async function note(door: Archive): Promise<Noted> {
  const reads: Reads = new Map();
  await askAll(recordDoor(door, reads));
  return {
    questions: [...reads.keys()],
    answers: [...reads.values()],
    parts: await digestParts(door),
  };
}

async function changedBy(door: Archive): Promise<string[]> {
  const noted = await note(open([river, bridge]));
  const { answers } = await askAgain(door, noted);
  return noted.questions
    .filter((_, place) => noted.answers[place] !== answers[place])
    .map((question) => (JSON.parse(question) as string[])[0] ?? '');
}

test('every question is answered the same by another process with the same content', async () => {
  expect(await changedBy(open(structuredClone([river, bridge])))).toEqual([]);
});

test('what an article more, a word more, or a minute more would be answered otherwise is known', async () => {
  const newer = exampleArticle('newer', '2026-11-21', { section: 'news' });
  expect(await changedBy(open([river, bridge, newer]))).toEqual(['latest', 'latest']);
  expect(await changedBy(open([{ ...river, title: 'Another' }, bridge]))).toEqual([
    'find',
    'list',
    'latest',
    'latest',
    'feedArticles',
  ]);
  expect(await changedBy(open([river, { ...bridge, title: 'Another' }]))).toEqual([
    'list',
    'latest',
    'related',
    'feedArticles',
  ]);
  expect(await changedBy(open([river, bridge], '2026-11-20T23:00:00Z'))).toEqual([
    'isOver',
    'clock',
  ]);
});

test('a question is asked again where a part is another of which its answer was made, and only there', async () => {
  const noted = await note(open([river, bridge]));
  // Whatever is not asked again stays as it was noted.
  const forged = {
    ...noted,
    answers: noted.answers.map((answer) => answer.replace(/^.{64}/, 'x')),
  };
  const askedBy = async (door: Archive): Promise<Set<string>> => {
    const { answers } = await askAgain(door, forged);
    const asked = noted.questions.filter((_, place) => !answers[place]?.startsWith('x'));
    return new Set(asked.map((question) => (JSON.parse(question) as string[])[0] ?? ''));
  };
  // It was answered without a look at anything.
  const always = 'translations';
  expect(await askedBy(open([river, bridge]))).toEqual(new Set([always]));
  const later = await askedBy(open([river, bridge], '2026-11-22T00:00:01Z'));
  expect(later).toContain('isOver');
  expect(later).not.toContain('outlet');
  const retitled = await askedBy(open([{ ...river, title: 'Another' }, bridge]));
  expect(retitled).toContain('related');
  expect(retitled).not.toContain('isOver');
});

test('every part that an answer was made of is noted with it', async () => {
  const { questions, answers } = await note(open([river, bridge]));
  const partsOf = (name: string): string | undefined =>
    answers[questions.findIndex((question) => question.startsWith(`["${name}"`))]?.slice(65);
  expect(partsOf('outlet')).toBe('outlet');
  expect(partsOf('clock')).toBe('clock');
  expect(partsOf('isOver')).toBe('clock');
  expect(partsOf('related')).toBe('articles clock');
});

test('a page cannot ask what could not be asked again', async () => {
  const door = recordDoor(open([river]), new Map());
  expect(() => {
    door.reload();
  }).toThrow('cannot be asked for reload');
  const strange = ['["constructor"]', '["reload"]', '["toString"]', '{}', '[', '["corrections"'];
  const questions = [...strange, '["newsletterIssues"]'];
  const { answers } = await askAgain(open([river]), { questions, answers: [], parts: {} });
  expect(new Set(answers)).toEqual(new Set([UNANSWERED]));
});

test('a digest tells apart what JSON tells apart, and refuses what it would lose', () => {
  const answers = [
    undefined,
    null,
    'undefined',
    '',
    [],
    {},
    [[]],
    [undefined],
    ['a', 'b'],
    ['a,b'],
  ];
  expect(new Set(answers.map(digestAnswer)).size).toBe(answers.length);
  expect(digestAnswer({ a: 1, b: undefined })).toBe(digestAnswer({ a: 1 }));
  expect(() => digestAnswer([new Map()])).toThrow(TypeError);
});
