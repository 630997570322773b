import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';
import { foldRuns, isWord } from './fold-word.ts';

const fold = (token: string, language = 'en') => foldRuns(token, language).join('-').toLowerCase();

test.each([
  ['за\u0301мок', 'замок'],
  ['Ёлка', 'елка'],
  ['d’Artagnan', 'd-artagnan'],
  ['O’Sullivan’s', 'o-sullivan-s'],
  ['п\u02bcять', 'п-ять'],
  ['жёлто\u2011красный,', 'желто-красныи'],
  ['word—another…third', 'word-another-third'],
  ['пере\u00adстрой\u200bка\ufeff', 'перестроика'],
  ['Łódź', 'lodz'],
  ['Wałęsa', 'walesa'],
  ['Ærøskøbing', 'aeroskobing'],
  ['Đorđe', 'dorde'],
  ['Ħal', 'hal'],
  ['İstanbul', 'istanbul'],
  ['Iğdır', 'igdir'],
  ['Straße', 'strasse'],
  ['œuvre', 'oeuvre'],
  ['Þórður', 'thordur'],
  ['ﬁnal', 'final'],
  ['Ｆｕｌｌ１２', 'full12'],
  ['مـــارس', 'مارس'],
  ['می\u200cخواهم', 'ميخواهم'],
  ['١٤٫٥', '14-5'],
  ['१४', '14'],
  ['№5', '5'],
  ['___PAGEFIND_WEIGHT___10', 'pagefind-weight-10'],
  ['Җәмәгать', 'жамагать'],
  ['Башҡортостан', 'башкортостан'],
  ['Өфөлә', 'офола'],
  ['ҙур', 'зур'],
  ['Әҫәр', 'асар'],
  ['Саҥа', 'сана'],
  ['Оҕо', 'ого'],
  ['Қазақстан', 'казакстан'],
  ['Кітап', 'китап'],
  ['Мінск', 'минск'],
  ['Україна', 'украина'],
  ['Євген', 'евген'],
  ['воўк', 'воук'],
  ['Ɓauna', 'bauna'],
  ['ƙasa', 'kasa'],
  ['ɗan', 'dan'],
  ['ƴanci', 'yanci'],
  ['ƶ', 'z'],
  ['Əliyev', 'eliyev'],
  ['ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ', 'საქართველო'],
  ['ГӀалгӀай', 'г1алг1аи'],
  ['½', '1-2'],
  ['3½', '3-1-2'],
  ['⅔', '2-3'],
  ['10⁶', '10-6'],
  ['м²', 'м2'],
  ['—', ''],
])('%s is folded to %s', (token, expected) => {
  expect(fold(token)).toBe(expected);
});

test.each([
  ['uk', 'Кіт', 'кіт'],
  ['uk-UA', 'кит', 'кит'],
  ['uk', 'Є', 'є'],
  ['uk', 'їхній', 'іхніи'],
  ['uk', 'ґанок', 'ганок'],
  ['be', 'Мінск', 'минск'],
  ['ru', 'Кіт', 'кит'],
  ['ar', 'والحُكم', 'حكم'],
  ['ar', 'بالمدرسة', 'مدرسة'],
  ['ar', 'للجنة', 'للجنة'],
  ['ar', 'وزارة', 'وزارة'],
  ['ar', 'الله', 'الله'],
  ['ar', 'والد', 'والد'],
  ['fa', 'الحكم', 'الحكم'],
])('in %s, %s is folded to %s', (language, token, expected) => {
  expect(fold(token, language)).toBe(expected);
});

test('every way of writing a word folds alike, and once is enough', () => {
  const marks = fc.constantFrom('', '\u0301', '\u00ad', '\u200b', '\u0308', '\u0640');
  const letters = fc.constantFrom(
    'а',
    'ё',
    'җ',
    'ƙ',
    '½',
    'й',
    'ł',
    'ß',
    'İ',
    'ø',
    'é',
    'Z',
    'ｗ',
    '７',
    '’',
    '-',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(letters, marks), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('ru', 'tr', 'fr', 'pt', 'en'),
      (pieces, language) => {
        const plain = pieces.map(([letter]) => letter).join('');
        const marked = pieces.map((piece) => piece.join('')).join('');
        const folded = fold(plain, language);
        expect(fold(plain.normalize('NFD'), language)).toBe(folded);
        expect(fold(plain.normalize('NFC'), language)).toBe(folded);
        if (!/[йи]/.test(plain)) expect(fold(marked, language)).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      },
    ),
  );
});

test('a text keeps one word for each that can be found, and none between them', () => {
  const tokens = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom('—', '***', 'ـ', '🌦️', '«да»'),
    ),
  );
  fc.assert(
    fc.property(tokens, (parts) => {
      const text = parts.join(' ');
      const words = text.split(/\s+/).filter(isWord);
      const folded = foldText(text, 'ru');
      expect(folded === '' ? [] : folded.split(/\s+/)).toHaveLength(words.length);
    }),
  );
});
