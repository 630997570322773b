import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askIndex, choosePieces } from './ask-index.ts';
import { buildIndex, type Findable } from './build-index.ts';
import { type Posting, readPlaces, readPostings, writePlaces, writePostings } from './postings.ts';

const article = (title: string, bodyHtml = '', tags: string[] = []): Findable => ({
  address: 'en/2026/11/18/a.html',
  title,
  bodyHtml,
  tags,
  dateText: '18 November 2026',
  section: 'Politics',
  year: '2026',
});

/** Asks an index, and tells which pieces were read. */
async function ask(articles: readonly Findable[], lang: string, query: string) {
  const pieces = new Map(buildIndex(articles, lang));
  const read: string[] = [];
  const load = (name: string) => {
    read.push(name);
    return pieces.has(name) ? Promise.resolve(pieces.get(name)) : Promise.reject(new Error(name));
  };
  return { ...(await askIndex(load, query, lang)), read };
}

const russian = [
  article('Паром вернулся', '<p>Зеркала сайта и ёлка у Финского залива.</p>'),
  article('Мэр молчит', '<p>О пароме и новых мостах.</p>'),
  article('Мост', '<h2>Паромная переправа</h2><p>Кто-то ждёт.</p>'),
];
const english = [
  article('The ferry is back', '<p>Ferries run again, and bridges stand. O’Sullivan’s boat.</p>'),
  article('Bridges', '<p>The bridge and the ferry.</p>', ['Water']),
];

test.each([
  ['a word in another form, titles first', russian, 'ru', 'парома', [0, 1]],
  ['a word that the stemmer of the site loses', russian, 'ru', 'зеркалом', [0]],
  ['a word in a heading before one in the text', russian, 'ru', 'паром', [0, 2, 1]],
  ['е for ё, in any case', russian, 'ru', 'ЕЛКА', [0]],
  ['all words of a query', russian, 'ru', 'паром мост', [2, 1]],
  ['a short word as it is', russian, 'ru', 'о', [1]],
  ['a word with a hyphen, written together', russian, 'ru', 'ктото', [2]],
  ['a part of it', russian, 'ru', 'кто', [2]],
  ['a plural by its singular, and the other way', english, 'en', 'ferries', [0, 1]],
  ['the singular', english, 'en', 'bridge', [1, 0]],
  ['a name with apostrophes', english, 'en', "o'sullivan", [0]],
  ['a tag', english, 'en', 'water', [1]],
  ['words between quotation marks, one behind the other', english, 'en', '“ferries run”', [0]],
  ['the same in other forms', russian, 'ru', '«финскому заливу»', [0]],
  ['the same in another order not', russian, 'ru', '«залив финский»', []],
  ['the same apart not', english, 'en', '"ferry bridges"', []],
  ['the same across a headline’s end not', russian, 'ru', '«вернулся зеркала»', []],
  ['a phrase with a hyphen', russian, 'ru', '«кто-то ждёт»', [2]],
  ['a phrase and a word', english, 'en', '“the bridge” water', [1]],
])('%s is found', async (_, articles, lang, query, found) => {
  expect(await ask(articles, lang, query)).toMatchObject({ found, missing: [] });
});

test.each([
  ['ferry qqq', ['qqq']],
  ['qqq ferry zzz', ['qqq', 'zzz']],
  ['fe', ['fe']],
])('a word that stands nowhere finds nothing and is named: %s', async (query, missing) => {
  expect(await ask(english, 'en', query)).toMatchObject({ found: [], missing });
});

const FORMS = [
  ['вода', 'воды', 'воде', 'воду', 'водой', 'водам', 'водах'],
  ['суд', 'суда', 'суду', 'судом', 'суде', 'суды', 'судов', 'судах'],
  ['река', 'реки', 'реке', 'реку', 'рекой', 'рекам'],
  ['год', 'года', 'году', 'годом', 'годы', 'годов'],
];

test.each(FORMS.flatMap((forms) => forms.map((form) => [form, forms] as const)))(
  'all forms of a short word find the same: %s',
  async (form, forms) => {
    const articles = [...forms, 'судно', 'водитель', 'рекорд', 'судья', 'воз', 'род'].map((word) =>
      article(word),
    );
    const { found } = await ask(articles, 'ru', form);
    expect(found.slice(0, forms.length).sort()).toEqual(forms.map((_, at) => at));
  },
);

test.each([
  ['воды', ['водитель', 'водка', 'возы', 'года']],
  ['суда', ['судно', 'судья', 'судить', 'сука']],
  ['реку', ['рекорд', 'реклама', 'речь']],
  ['сын', ['сыр', 'сон']],
])('%s finds no words of another stem', async (asked, others) => {
  expect(
    await ask(
      others.map((word) => article(word)),
      'ru',
      asked,
    ),
  ).toMatchObject({ found: [] });
});

test('results are narrowed down to a section and a year, with words and without', async () => {
  const articles = [
    { ...article('The ferry'), section: 'Water', year: '2026' },
    { ...article('A ferry'), section: 'Water', year: '2025' },
    { ...article('Ferries'), section: 'Land', year: '2026' },
  ];
  const pieces = new Map(buildIndex(articles, 'en'));
  const load = (name: string) => Promise.resolve(pieces.get(name));
  const found = async (query: string, section: string, year: string) =>
    (await askIndex(load, query, 'en', { section, year })).found;
  expect(await found('ferry', 'Water', '')).toEqual([0, 1]);
  expect(await found('ferry', 'Water', '2026')).toEqual([0]);
  expect(await found('', '', '2026')).toEqual([0, 2]);
  expect(await found('ferry', 'Sky', '')).toEqual([]);
});

test('a query without a word reads nothing', async () => {
  expect(await ask(english, 'en', ' — ')).toEqual({ found: [], missing: [], read: [] });
});

test('a large index is read in the pieces that a query needs', async () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    article(`Title ${at}`, Array.from({ length: 100 }, (__, n) => `w${at * 100 + n}x`).join(' ')),
  );
  const { found, read } = await ask(many, 'en', 'w20105x');
  expect(found).toEqual([201]);
  expect(read.filter((name) => name.startsWith('words-')).length).toBeLessThan(4);
  expect(read.filter((name) => name.startsWith('places-'))).toEqual([]);
  expect(buildIndex(many, 'en').length).toBeGreaterThan(15);
});

test('words are looked for in every piece where they may stand, and a short beginning in not too many', () => {
  const head = { firsts: ['abc', 'bridge', 'bridges', 'bry', 'zoo'] };
  expect(choosePieces(head, 'bridge', 'brid')).toEqual([0, 1, 2]);
  expect(choosePieces(head, 'aaa', 'aaa')).toEqual([]);
  expect(choosePieces(head, 'zzz', 'zzz')).toEqual([4]);
  const same = { firsts: Array.from({ length: 30 }, (_, at) => `same${at + 10}`) };
  expect(choosePieces(same, 'same', 'same')).toHaveLength(8);
  expect(choosePieces(same, 'same20', 'same')).toEqual([10]);
});

test('postings are read as they were written', () => {
  const postings = fc
    .uniqueArray(fc.nat(200_000), { maxLength: 50 })
    .chain((articles) =>
      fc.tuple(
        ...articles
          .sort((one, other) => one - other)
          .map((one) => fc.nat(3).map((place) => ({ article: one, place }))),
      ),
    );
  fc.assert(
    fc.property(postings, (list) => {
      const text = writePostings(list);
      expect(text).toMatch(/^[\w-]*$/);
      const read: Pick<Posting, 'article' | 'place'>[] = [];
      readPostings(`word ${text}`, 5, (article, place) => read.push({ article, place }));
      expect(read).toEqual(list);
    }),
  );
});

test('where words stand is read as it was written', () => {
  const postings = fc.array(
    fc
      .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 20 })
      .map((at) => ({ at: at.sort((one, other) => one - other) })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(postings, (list) => {
      const read: number[][] = list.map(() => []);
      readPlaces(writePlaces(list), (posting, place) => read[posting]?.push(place));
      expect(read).toEqual(list.map(({ at }) => at));
    }),
  );
});
