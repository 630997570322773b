import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOutlet, type Outlet } from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import { expect, test } from 'vitest';
import { buildRoomData } from '../../room/build-room-data.ts';
import { ROOM_LANGUAGES, ROOM_WORDS, type RoomLanguage } from '../../words/room-words.ts';
import { findProblems } from './find-problems.ts';
import { fieldsOfForm, tellInForm } from './tell-in-form.ts';

const content = path.resolve(import.meta.dirname, '../../../../../content');
const text = readFileSync(path.join(content, 'outlet.yaml'), 'utf8');
const outlet = parseOutlet(text, { path: 'outlet.yaml' }).value as Outlet;
const data = buildRoomData({ outlet, authors: [], words: new Map() }, undefined);
const entry = { path: '', collection: 'articles-ru', now: Date.parse('2026-11-22T12:00:00Z') };

const RIGHT = {
  kind: 'news',
  status: 'draft',
  title: 'Огни гавани горят',
  section: 'news',
  body: 'Да.',
};
const AT = '2026-11-22T10:00:00+02:00';
const MISTAKES: readonly Record<string, unknown>[] = [
  { section: '' },
  { title: '' },
  { title: 'Коротко' },
  { title: 'Огни гавани горят.' },
  { title: 'а'.repeat(140) },
  { standfirst: 'а'.repeat(320) },
  { leadImage: { file: 'a.jpg' } },
  { leadImage: { credit: 'x' } },
  { leadImage: { file: 'a.jpg', alt: 'ab', credit: 'x' } },
  { kind: 'republished' },
  { kind: 'live' },
  { status: 'ready' },
  { status: 'withdrawn', publishedAt: AT },
  { body: 'Нет.[^b]' },
  { body: '![](a.jpg)' },
  { body: 'https://a.example/?utm_source=x\n\n#### Заголовок' },
  { sources: [{ id: 'счёт', title: 'a' }] },
  { sources: [{ title: 'a' }] },
  { series: { id: 'x' } },
  { newsletter: { pick: true } },
  { contributors: [{ role: 'editor' }] },
  { contributors: [{ name: 'Анна' }] },
  { contentWarnings: [{ note: 'a' }] },
  { declined: [{ rule: 'foo', reason: 'x' }] },
  { translationKey: 'Ключ' },
  { formerAddresses: ['/x'] },
  { authors: ['nobody'] },
  { corrections: [{ kind: 'correction' }] },
  { original: { publisher: 'x' } },
  { embargoUntil: '2026-11-30T10:00:00+02:00' },
];

function told(language: RoomLanguage, mistake: Record<string, unknown>) {
  const words = ROOM_WORDS[language];
  const form = data.configs[language].collections.find(({ name }) => name === entry.collection);
  const shown = new Map(fieldsOfForm(form?.fields ?? []));
  return findProblems(data, entry, { ...RIGHT, ...mistake }).map((problem) =>
    tellInForm(tellIn(language, problem), words, shown),
  );
}

/** A file, a command, the name of a field as the file has it, or words that were left empty. */
const OF_THE_FILE =
  /\.(?:yaml|md)\b|npx|front matter|[«“](?:[a-z]+[A-Z]\w*|\w+\.(?!jpg)\w+|declined|pick|author|name|kind|sources|live|original)[»”]|undefined/;
/** A line of the file. */
const EXAMPLE_OF_THE_FILE = /^[a-z]+:(?: |$)|\n/i;

test.each(ROOM_LANGUAGES)('nothing is said of files to those who see a form: %s', (language) => {
  const said = MISTAKES.flatMap((mistake) => told(language, mistake));
  expect(said.length).toBeGreaterThanOrEqual(MISTAKES.length);
  const foreign = said.filter(
    ({ text, example = '' }) => OF_THE_FILE.test(text) || EXAMPLE_OF_THE_FILE.test(example),
  );
  expect(foreign).toEqual([]);
});

test('what is missing is asked for with its hint, what is chosen by choosing', () => {
  expect(told('ru', { title: '' })).toEqual([
    {
      text: 'Нужно заполнить. От 10 до 110 знаков, без точки в конце.',
      example: 'Город у моря, где не погас свет',
    },
  ]);
  expect(told('ru', { section: '' })).toEqual([
    { text: 'Выберите из списка. Где статья стоит на сайте.' },
  ]);
  expect(told('ru', { title: 'Коротко' })[0]?.text).toBe(
    '7 символов, а нужно не меньше 10. Напишите заголовок.',
  );
  const [source] = told('ru', { sources: [{ id: 'счёт', title: 'a' }] });
  expect(source).toMatchObject({ example: 'grid-report' });
});

test('a problem of the text stands with the beginning of its line', () => {
  const body = 'Первый абзац.\n\nВо втором, который много длиннее, есть сноска.[^b]';
  const [problem] = findProblems(data, entry, { ...RIGHT, body });
  expect(problem?.near).toBe('Во втором, который много длиннее…');
});
