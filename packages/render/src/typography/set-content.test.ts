import path from 'node:path';
import { loadContent } from '@tamizdat/archive';
import { beforeAll, expect, it } from 'vitest';
import { setContent } from './set-content.ts';

const folder = path.resolve(
  import.meta.dirname,
  '../../../../tests/fixtures/outlets/unbroken-words',
);
let read: Awaited<ReturnType<typeof loadContent>>;
beforeAll(async () => {
  read = await loadContent(folder);
});

const TYPED = '"Да" - в 5 км';
const SET = '«Да»\u00a0— в\u00a05\u00a0км';

it('sets each text in its own language, and leaves out nothing', () => {
  const [article] = read.articles.filter(({ lang }) => lang === 'ru');
  const live = read.articles.find(({ kind }) => kind === 'live');
  if (!article?.corrections[0] || !live?.live?.entries[0]) throw new Error('the fixture changed');
  article.title = TYPED;
  article.corrections[0].text = TYPED;
  live.title = '"Ja"';
  live.live.entries[0].title = '"Ja"';
  article.newsletter = { pick: true, blurb: TYPED };
  read.outlet.tagline = { de: '"Ja"', ru: TYPED };
  const provider = { kind: 'listmonk', action: 'https://letters.example/' } as const;
  read.outlet.newsletters = [
    {
      ...{ id: 'weekly', lang: 'ru', name: TYPED, description: TYPED, frequency: 'weekly' },
      ...{ provider, privacy: 'privacy' },
    },
  ];
  read.words = new Map([['ru', { newsroom: TYPED }]]);
  article.leadImage = { file: 'a.jpg', alt: TYPED, credit: 'A' };
  read.appeals = [{ lang: 'ru', name: 'winter', file: 'appeals/ru/winter.md', title: TYPED }];
  const set = setContent(read);
  const setArticle = set.articles.find(({ id }) => id === article.id);
  const setLive = set.articles.find(({ id }) => id === live.id);
  expect(setArticle).toEqual({
    ...article,
    title: SET,
    newsletter: { pick: true, blurb: SET },
    corrections: [{ ...article.corrections[0], text: SET }],
    leadImage: { ...article.leadImage, alt: SET },
  });
  expect(setLive?.title).toBe('„Ja“');
  expect(setLive?.live?.entries.map(({ title }) => title)[0]).toBe('„Ja“');
  expect(set.outlet).toEqual({
    ...read.outlet,
    tagline: { de: '„Ja“', ru: SET },
    newsletters: [{ ...read.outlet.newsletters[0], name: SET, description: SET }],
  });
  expect(set.words).toEqual(new Map([['ru', { newsroom: SET }]]));
  expect(set.appeals.map(({ title }) => title)).toEqual([SET]);
});

it('leaves Markdown, names of people and addresses as they are written', () => {
  const [first, ...others] = read.articles;
  const [author] = read.authors;
  if (!first || !author) throw new Error('the fixture changed');
  // Another one: of the same record the texts are set once.
  const article = { ...first, editorsNote: TYPED };
  read.articles = [article, ...others];
  author.name = { de: '"Ja"', ru: TYPED };
  const set = setContent(read);
  expect(set.articles.find(({ id }) => id === article.id)?.editorsNote).toBe(TYPED);
  expect(set.authors.find(({ id }) => id === author.id)?.name).toEqual(author.name);
  expect(set.articles.map(({ folder: at }) => at)).toEqual(
    read.articles.map(({ folder: at }) => at),
  );
});
