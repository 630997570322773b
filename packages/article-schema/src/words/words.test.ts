import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { OUTLET } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';
import { OutletSchema, type Outlet } from '../schema/outlet.ts';
import { checkWords } from '../across/check-words.ts';
import { english } from './english.ts';
import { buildWords, kitWordsOf } from './kit-words.ts';
import { parseWords } from './parse-words.ts';
import { isGroup, isPlural } from './plural-forms.ts';
import { placeholdersOf, fillWord } from './template.ts';
import { russian } from './russian.ts';
import { wordsRules } from './rules.ts';

const editions = (...codes: string[]): Outlet =>
  OutletSchema.parse({
    ...OUTLET,
    languages: codes.map((code) => ({ code, name: code, locale: code })),
  });

const outlet = editions('en', 'ru', 'de', 'ar');
const words = (lang: string, text: string) =>
  parseWords(text, { path: `words/${lang}.yaml`, outlet });

/** Every English word with a letter more, as a file; plural forms as asked. */
const complete = (count: Record<string, string>): string =>
  stringify({ ...spoken(english), searchWords: { ...spoken(english.searchWords), count } });
const spoken = (group: object): object =>
  Object.fromEntries(
    Object.entries(group).map(([name, word]: [string, unknown]) => [
      name,
      isGroup(word) ? spoken(word) : `${String(word)}e`,
    ]),
  );
/** What is told of a file, by the word on whose line it stands: a new word moves all that follow it. */
const toldIn = (lang: string, text: string): string =>
  told(words(lang, text).problems).replaceAll(/^\d+(?=:\d+ )/gm, (line) =>
    wordAt(text, Number(line)),
  );
const wordAt = (text: string, line: number): string =>
  text.split('\n')[line - 1]?.trim().split(':')[0] ?? '';
const GERMAN = complete({ one: '{count} Artikel', other: '{count} Artikel' });

describe('a word with open places', () => {
  test('is filled once, and keeps what has no value', () => {
    expect(placeholdersOf('On {date} by {name}, {date}')).toEqual(['date', 'name']);
    expect(fillWord('On {date} by {name}', { date: '{name}' })).toBe('On {name} by {name}');
    expect(fillWord('{toString}', {})).toBe('{toString}');
  });
});

describe('words of a language the kit does not speak', () => {
  test('are taken where all are there', () => {
    const { value, problems } = words('de', GERMAN);
    expect(told(problems)).toBe('');
    expect(value?.searchWords?.count).toEqual({ one: '{count} Artikel', other: '{count} Artikel' });
  });

  test('each one missing is named, with its place and the English text', () => {
    const text = GERMAN.replace(/^newer: .*\n/m, '').replace(/^ {2}opinion: .*\n/m, '');
    expect(toldIn('de', text)).toMatchInlineSnapshot(`
      "skipToText:1 word-missing
      The word “newer” is missing.
      why: The kit does not speak “de”: readers would find English here.
      do: Translate the English text.
      example: newer: Newer

      kinds:1 word-missing
      The word “kinds.opinion” is missing.
      why: The kit does not speak “de”: readers would find English here.
      do: Translate the English text.
      example: opinion: Opinion"
    `);
  });

  test('nothing is filled in from an empty file', () => {
    expect(words('de', '').value).toBeUndefined();
  });

  test('need the plural forms of the language and no others', () => {
    expect(toldIn('ar', complete({ one: 'مقالة', other: 'no place' }))).toMatchInlineSnapshot(`
      "count:3 word-plural-missing
      The plural form “searchWords.count.few” is missing.
      why: In “ar” it is used for numbers such as 3, 4, 5, 6.
      do: Translate the English text in the form for these numbers.
      example: few: "{count} articles"

      count:3 word-plural-missing
      The plural form “searchWords.count.many” is missing.
      why: In “ar” it is used for numbers such as 11, 12, 13, 14.
      do: Translate the English text in the form for these numbers.
      example: many: "{count} articles"

      count:3 word-plural-missing
      The plural form “searchWords.count.two” is missing.
      why: In “ar” it is used for numbers such as 2.
      do: Translate the English text in the form for these numbers.
      example: two: "{count} articles"

      count:3 word-plural-missing
      The plural form “searchWords.count.zero” is missing.
      why: In “ar” it is used for numbers such as 0.
      do: Translate the English text in the form for these numbers.
      example: zero: "{count} articles"

      other:12 word-place-missing
      The word “searchWords.count.other” lacks {count}, where a value is filled in.
      do: Put {count} where the value belongs in this language, spelt as it is.
      example: other: "{count} articles"

      atLeast:3 word-plural-missing
      The plural form “searchWords.atLeast.few” is missing.
      why: In “ar” it is used for numbers such as 3, 4, 5, 6.
      do: Translate the English text in the form for these numbers.
      example: few: At least {count} articles (oldest searched {date})

      atLeast:3 word-plural-missing
      The plural form “searchWords.atLeast.many” is missing.
      why: In “ar” it is used for numbers such as 11, 12, 13, 14.
      do: Translate the English text in the form for these numbers.
      example: many: At least {count} articles (oldest searched {date})

      atLeast:3 word-plural-missing
      The plural form “searchWords.atLeast.two” is missing.
      why: In “ar” it is used for numbers such as 2.
      do: Translate the English text in the form for these numbers.
      example: two: At least {count} articles (oldest searched {date})

      atLeast:3 word-plural-missing
      The plural form “searchWords.atLeast.zero” is missing.
      why: In “ar” it is used for numbers such as 0.
      do: Translate the English text in the form for these numbers.
      example: zero: At least {count} articles (oldest searched {date})"
    `);
    expect(toldIn('de', complete({ one: 'x', few: 'y', other: '{count}' }))).toMatchInlineSnapshot(`
      "few:5 word-plural-unused
      This language has no plural form “few”.
      do: Remove the line. Its forms are: one, other."
    `);
  });

  test('keep the places that are filled in', () => {
    const text = GERMAN.replace('Under embargo, publication {date}', 'Gesperrt bis {datum}');
    expect(toldIn('de', text)).toMatchInlineSnapshot(`
      "embargoed:12 word-place-missing
      The word “embargoed” lacks {date}, where a value is filled in.
      do: Put {date} where the value belongs in this language, spelt as it is.
      example: embargoed: Under embargo, publication {date}

      embargoed:12 word-place-unknown
      Nothing is filled in for {datum} here.
      do: Write {date}: names are not translated.
      example: embargoed: Under embargo, publication {date}"
    `);
    const braces = GERMAN.replace('feeds: Feeds', 'feeds: Feeds {x}');
    expect(toldIn('de', braces)).toMatchInlineSnapshot(`
      "feeds:8 word-place-unknown
      Nothing is filled in for {x} here.
      do: Write the word without braces.
      example: feeds: Feeds"
    `);
  });
});

describe('words that were copied and not translated', () => {
  const copied = (lang: string) => words(lang, stringify(english)).problems;
  const codes = (lang: string, text: string) =>
    words(lang, text).problems.map(({ code, line }) => `${wordAt(text, line)} ${code}`);

  test('are told once, with their number and the first names', () => {
    const [problem, ...more] = copied('de').filter(({ code }) => code === 'words-untranslated');
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', line: 1, field: 'skipToText' });
    const number = Number(/number of words: (\d+)/.exec(problem?.message ?? '')?.[1]);
    expect(number).toBeGreaterThan(100);
    expect(problem?.message).toMatch(/\(skipToText, [\w.]+, /);
  });

  test('are told where a single one is left, in a group too, and in Russian', () => {
    expect(
      codes(
        'de',
        GERMAN.replace('Under embargo, publication {date}e', 'Under embargo, publication {date}'),
      ),
    ).toEqual(['embargoed words-untranslated']);
    expect(
      codes('ru', 'searchWords:\n  noneYet: Nothing found (oldest searched {date})\n'),
    ).toEqual(['noneYet words-untranslated']);
  });

  test('of what no page shows may be left out, and are told', () => {
    const { forge, book, ...shown } = parse(GERMAN) as Record<string, Record<string, object>>;
    expect(codes('de', stringify(shown))).toEqual(['skipToText words-untranslated']);
    const half = { ...shown, forge: { tip: forge?.['tip'] } };
    expect(codes('de', stringify(half))).toEqual(['forge words-untranslated']);
    expect(codes('de', stringify({ ...shown, forge }))).toEqual(['skipToText words-untranslated']);
    expect(codes('de', stringify({ ...shown, forge, book }))).toEqual([]);
    expect(codes('ru', 'feeds: Ленты\n')).toEqual([]);
  });

  test('are no fault where languages share a word, nor in English', () => {
    expect(codes('de', GERMAN.replace('feeds: Feedse', 'feeds: Feeds'))).toEqual([]);
    expect(codes('en', 'embargoed: Under embargo, publication {date}\n')).toEqual([]);
  });
});

describe('words of a language the kit speaks', () => {
  test('take the place of the kit’s, one by one', () => {
    const { value, problems } = words('ru', 'archive: Подшивка\nkinds: { opinion: Колонка }\n');
    expect(told(problems)).toBe('');
    const built = buildWords('ru', value);
    expect(built.archive).toBe('Подшивка');
    expect(built.kinds).toEqual({ ...russian.kinds, opinion: 'Колонка' });
    expect(built.search).toBe(russian.search);
  });

  test('unknown ones are named', () => {
    expect(told(words('ru', 'arhive: Подшивка\nkinds: { opinon: Колонка }\n').problems))
      .toMatchInlineSnapshot(`
      "1:1 unknown-field
      There is no field “arhive”.
      do: Did you mean “archive”?

      2:10 unknown-field
      There is no field “opinon” here.
      do: Did you mean “opinion”?"
    `);
  });

  test('plural forms are taken together', () => {
    const count = { one: '# текст', other: '{count} текстов' };
    expect(told(words('ru', stringify({ searchWords: { count } })).problems))
      .toMatchInlineSnapshot(`
        "2:3 word-plural-missing
        The plural form “searchWords.count.few” is missing.
        why: In “ru” it is used for numbers such as 2, 3, 4, 22.
        do: Translate the English text in the form for these numbers.
        example: few: "{count} articles"

        2:3 word-plural-missing
        The plural form “searchWords.count.many” is missing.
        why: In “ru” it is used for numbers such as 0, 5, 6, 7.
        do: Translate the English text in the form for these numbers.
        example: many: "{count} articles""
      `);
  });
});

test('words of a language the outlet does not publish in are refused', () => {
  expect(told(words('fr', 'archive: Archives\n').problems)).toMatchInlineSnapshot(`
    "1:1 words-language
    The outlet does not publish in “fr”, so nobody would read these words.
    do: Name the file after one of the outlet’s languages: en, ru, de, ar."
  `);
});

test('untrusted texts give problems and never throw', () => {
  for (const text of [
    '[]',
    'kinds: 3',
    'kinds: [a]',
    'searchWords: { count: x }',
    '{',
    'archive:',
  ]) {
    for (const lang of ['de', 'en', 'en-x', 'xx']) {
      const { value, problems } = parseWords(text, { path: `words/${lang}.yaml` });
      expect([lang, text, value, problems.length > 0]).toEqual([lang, text, undefined, true]);
    }
  }
});

describe('the kit’s own words', () => {
  test('are complete in each of its languages', () => {
    const names = (group: object): string[] =>
      Object.entries(group).flatMap(([name, word]: [string, unknown]) =>
        isGroup(word) && !isPlural(word) ? names(word) : [name],
      );
    expect(names(russian)).toEqual(names(english));
    expect(wordsRules(english, 'en')).toEqual([]);
    expect(wordsRules(russian, 'ru')).toEqual([]);
  });

  test('serve variants of a language', () => {
    expect(kitWordsOf('en-GB')).toBe(english);
    expect(kitWordsOf('de')).toBeUndefined();
    expect(kitWordsOf('constructor')).toBeUndefined();
  });
});

test('a language without any words is an error of the outlet', () => {
  const findings = checkWords(editions('ru', 'de', 'ar'), ['ar']);
  expect(findings.map(({ finding }) => finding)).toMatchInlineSnapshot(`
    [
      {
        "code": "words-missing",
        "found": "de",
        "message": "The kit has no words in “de”, and there is no file content/words/de.yaml.",
        "path": [
          "languages",
          1,
          "code",
        ],
        "remedy": "Copy packages/article-schema/generated/words.en.yaml to content/words/de.yaml and translate it.",
        "ru": {
          "message": "Слов на языке «de» в наборе нет, и файла content/words/de.yaml тоже.",
          "remedy": "Скопируйте packages/article-schema/generated/words.en.yaml в content/words/de.yaml и переведите.",
          "why": "Кнопки, заголовки и уведомления были бы по-английски.",
        },
        "why": "Buttons, headings and notices would be in English.",
      },
    ]
  `);
});
