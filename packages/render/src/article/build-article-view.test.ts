import { buildWords, type Edition, type Outlet } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import type { ArticleTexts } from './article-view.ts';
import { buildArticleView, leadWords } from './build-article-view.ts';
import { wholeArticleHtml } from './whole-article.ts';

const outlet = {
  timeZone: 'Europe/Vilnius',
  languages: [{ code: 'ru' }],
  sections: [{ id: 'opinion', name: { ru: 'Мнение' } }],
  tags: [{ id: 'ferry', name: { ru: 'Паром' } }],
} as unknown as Outlet;
const edition: Edition = { code: 'ru', name: 'Русский', dir: 'ltr', locale: 'ru-RU' };
const context = { lang: 'ru', outlet, edition, words: buildWords('ru') };
const plain: ArticleTexts = {
  lang: 'ru',
  kind: 'news',
  section: 'opinion',
  title: 'Паром пошёл',
  authors: [],
  contributors: [],
  tags: ['ferry', 'nowhere'],
  corrections: [],
  contentWarnings: [],
  sources: [],
};
const view = (rest: Partial<ArticleTexts>, words = context.words) =>
  buildArticleView(
    { ...plain, ...rest },
    { ...context, words },
    new Map([['anna', { name: { ru: 'Анна Веденеева' } }]]),
  );

describe('what is shown of an article', () => {
  it('names those it knows, others by their id, and the newsroom where nobody is named', () => {
    expect(view({ authors: ['anna', 'nobody'] }).byline).toEqual([
      { name: 'Анна Веденеева', author: 'anna' },
      { name: 'nobody', author: 'nobody' },
    ]);
    expect(view({}).byline).toEqual([{ name: context.words.newsroom }]);
    expect(view({}, { ...context.words, newsroom: '' }).byline).toEqual([]);
    const contributors = [
      { role: 'editor', author: 'anna' },
      { role: 'editor', name: 'Пётр' },
    ] as const;
    expect(view({ contributors: [...contributors] }).contributors.map(({ who }) => who)).toEqual([
      { name: 'Анна Веденеева', author: 'anna' },
      { name: 'Пётр' },
    ]);
  });

  it('says of a link whose piece it points to and where, and every form of it holds that', () => {
    const linkTo = { publisher: 'Весть', url: 'https://vest.example/a?b&c' };
    const shown = view({ kind: 'link', linkTo });
    expect(shown.linkTo).toEqual({
      label: 'Читать: Весть',
      url: linkTo.url,
      host: 'vest.example',
    });
    expect(shown.overline).toBe('Ссылка');
    const texts = { lead: '', note: '', body: '', entries: [] };
    expect(wholeArticleHtml(shown, context, texts)).toContain(
      '<a href="https://vest.example/a?b&amp;c">Читать: Весть</a> (vest.example)',
    );
  });

  it('says over the headline what it is, never twice, and nothing of news', () => {
    expect(view({}).overline).toBe('');
    expect(view({ kicker: 'Мнение' }).overline).toBe('');
    expect(view({ kind: 'interview', kicker: 'Река' }).overline).toBe(
      `${context.words.kinds.interview} · Река`,
    );
    expect(view({ kind: 'interview', kicker: context.words.kinds.interview }).overline).toBe(
      context.words.kinds.interview,
    );
  });

  it('tells of the latest correction, wherever it stands among the others', () => {
    const text = 'Было сказано иначе.';
    const { corrected, corrections } = view({
      corrections: [
        { kind: 'clarification', at: '2026-11-22T23:30:00Z', text },
        { kind: 'correction', at: '2026-11-20T10:00:00Z', text },
      ],
    });
    expect(corrected).toEqual({
      place: 'clarifications',
      text: `${context.words.correctionKinds.clarification}: 23 ноября 2026 г.`,
    });
    expect(corrections.map(({ place }) => place)).toEqual(['clarifications', 'corrections']);
  });

  it('dates a note by itself, else by the article, else not at all', () => {
    const title = context.words.editorsNote;
    const editorsNote = 'Текст.';
    const publishedAt = '2026-11-20T10:00:00Z';
    expect(view({ editorsNote }).noteTitle).toBe(title);
    expect(view({ editorsNote, publishedAt }).noteTitle).toBe(`${title}, 20 ноября 2026 г.`);
    const editorsNoteAt = '2026-11-21T10:00:00Z';
    expect(view({ editorsNote, publishedAt, editorsNoteAt }).noteTitle).toContain('21 ноября');
    expect(view({ publishedAt }).noteTitle).toBeUndefined();
  });

  it('says when it was withdrawn, in a sentence that ends once though its date has a full stop', () => {
    const words = { ...context.words, withdrawn: 'Отозвано {date}.' };
    expect(view({ updatedAt: '2026-11-20T10:00:00Z' }, words).withdrawn).toBe(
      'Отозвано 20 ноября 2026 г.',
    );
    expect(view({}).withdrawn).toBe('');
  });

  it('has entries of a live blog newest first, and of those at one time the later by its id', () => {
    const entry = (id: string, at: string) => ({ id, at, title: id, body: '' });
    const entries = [
      entry('a', '2026-11-20T10:00:00+02:00'),
      entry('b', '2026-11-20T08:00:00Z'),
      entry('c', '2026-11-20T09:00:00Z'),
    ];
    const shown = view({ live: { entries } }).entries;
    expect(shown.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('names a tag without a record by its id, and a half-written address by itself', () => {
    expect(view({}).tags).toEqual([
      { id: 'ferry', name: 'Паром' },
      { id: 'nowhere', name: 'nowhere' },
    ]);
    const original = { publisher: 'Весть', url: 'https:/', licence: 'CC BY' };
    expect(view({ original }).original?.host).toBe('https:/');
  });
});

it('a lead picture that came without words says so, and is not called decoration', () => {
  const words = { undescribed: 'Undescribed', uncredited: 'Nobody' };
  expect(leadWords({}, words)).toEqual({ alt: 'Undescribed', credit: 'Nobody' });
  expect(leadWords({ decorative: true, credit: 'Anna' }, words)).toEqual({
    alt: '',
    credit: 'Anna',
  });
  expect(leadWords({ alt: 'A crane', credit: 'Anna' }, words).alt).toBe('A crane');
});
