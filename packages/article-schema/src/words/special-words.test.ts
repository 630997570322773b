import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { OUTLET } from '../../testing/sample.ts';
import { OutletSchema } from '../schema/outlet.ts';
import { parseWords } from './parse-words.ts';
import { splitLinkedWord } from './special-words.ts';

const outlet = OutletSchema.parse({
  ...OUTLET,
  languages: [{ code: 'en', name: 'English', locale: 'en' }],
});
const codes = (words: object): string[] =>
  parseWords(stringify(words), { path: 'words/en.yaml', outlet }).problems.map(({ code }) => code);

describe('a word with a link', () => {
  test('is taken apart at its brackets', () => {
    expect(splitLinkedWord('Subscribers agree to the [Privacy Policy].')).toEqual({
      before: 'Subscribers agree to the ',
      link: 'Privacy Policy',
      after: '.',
    });
    expect(splitLinkedWord('For this letter alone.').link).toBeUndefined();
  });

  test.each(['[a] or [b]', 'a [', 'a ] b [', 'a []', '[[a]]'])(
    'brackets that make none are told: %s',
    (consent) => {
      expect(codes({ newsletters: { consent } })).toContain('word-link');
    },
  );

  test('in other words brackets are letters', () => {
    expect(codes({ newsletters: { consent: 'Agree to [this].', confirm: 'a [' } })).toEqual([]);
  });
});

describe('a word that may be empty', () => {
  test('says nothing', () => {
    const words = { newsroom: '', newsletters: { consent: '', confirm: '' } };
    expect(codes(words)).toEqual([]);
  });

  test('others may not', () => {
    expect(codes({ search: '' })).not.toEqual([]);
  });
});
