import { expect, test } from 'vitest';
import { OUTLET } from '../../testing/sample.ts';
import { checkAuthorNames, checkTaxonNames } from './check-names.ts';

const authors = (...names: string[]) =>
  checkAuthorNames(names.map((name, index) => ({ id: `a${index}`, name: { ru: name } })));

test.each([
  ['the same name', 'Анна Петрова', 'Анна Петрова'],
  ['another case and spaces', 'Анна Петрова', 'АННА  ПЕТРОВА'],
  ['Latin letters among Cyrillic', 'Анна Сорока', 'Aннa Coрокa'],
  ['a whole word in the other alphabet', 'СОМОВ', 'COMOB'],
  ['Greek letters', 'Anna Kot', 'Αnna Κοt'],
  ['a small L for a capital I', 'Ivan Ilin', 'lvan llin'],
  ['a nought', 'Ольга', '0льга'],
  ['an accent that hardly shows', 'Li Wei', 'Lí Wei'],
  ['a letter that cannot be seen', 'Анна', 'Ан\u200Bна'],
  ['a filler that counts as a letter', 'Анна', 'Ан\u3164на'],
  ['a g of phonetic script', 'Igor Gen', 'Iɡor Gen'],
  ['a Cyrillic d', 'David', 'Daviԁ'],
  ['a Greek u', 'Musa', 'Mυsa'],
  ['an Armenian n', 'Anna', 'Aոոa'],
  ['a Cherokee letter', 'Daniel', 'Ꭰaniel'],
  ['small capitals', 'Анна Котова', 'Аʜʜа Kотоʙа'],
  ['two letters for one', 'Tamara Omar', 'Tarnara Ornar'],
  ['two strokes for a w', 'Wanda Iwanow', 'Wanda Ivvanow'],
])('tells of two authors of %s', (_, first, second) => {
  expect(authors(first, second)).toMatchObject([
    {
      path: 'authors/a1.yaml',
      finding: { code: 'author-name-taken', severity: 'warning', path: ['name', 'ru'] },
    },
  ]);
});

test.each([
  ['Анна Петрова', 'Анна Перова'],
  ['Mila', 'Miia'],
  ['李伟', '李薇'],
  ['Anna Turner', 'Anna Tuner'],
  ['Марина', 'Мария'],
  ['Łukasz Dąb', 'Lucas Dab'],
  ['—', '…'],
])('lets %s and %s be', (first, second) => {
  expect(authors(first, second)).toEqual([]);
});

test('tells of the record that is added, or of the later by its id, in whatever order they are read', () => {
  const anna = ['ann-2', 'ann'].map((id) => ({ id, name: { en: 'Anna' } }));
  const told = (added?: ReadonlySet<string>) =>
    checkAuthorNames(anna, added).map(({ path }) => path);
  expect(told()).toEqual(['authors/ann-2.yaml']);
  expect(told(new Set(['authors/ann-2.yaml']))).toEqual(['authors/ann-2.yaml']);
  expect(told(new Set(['authors/ann.yaml']))).toEqual(['authors/ann.yaml']);
});

test('lets one author have one name in all languages', () => {
  expect(checkAuthorNames([{ id: 'a', name: { en: 'Li Wei', de: 'Li Wei' } }])).toEqual([]);
});

test('tells of tags and sections that look alike, each among its own', () => {
  const named = (id: string, name: string) => ({ id, name: { en: name } });
  const outlet = {
    ...OUTLET,
    sections: [named('politics', 'Politics')],
    tags: [named('politics', 'Politics'), named('court', 'Court'), named('courts', 'Соurt')],
  };
  expect(checkTaxonNames(outlet)).toMatchObject([
    { path: 'outlet.yaml', finding: { code: 'taxon-name-taken', path: ['tags', 2, 'name', 'en'] } },
  ]);
});
