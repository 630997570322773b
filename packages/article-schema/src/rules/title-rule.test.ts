import { expect, test } from 'vitest';
import { CONTEXT, problemsWith } from '../../testing/sample.ts';
import { titleRule } from './title-rule.ts';

const context = { ...CONTEXT, has: () => true };

const codes = (title: string) =>
  problemsWith({ title: JSON.stringify(title) }, 'Text.').map(({ code }) => code);

test.each([
  'The house on Main St.',
  'Протоколы 2012 г.',
  'Хроника 1998–2004 гг.',
  'Штраф 500 тыс. руб.',
  'A trial in the U.S.',
  'Apple Inc.',
  'Дело на ул. Ленина, 5 и др.',
  'Виктор П.',
  'Umsatz von 3 Mio.',
  'Przystanek na ul.',
  'Суд продлён на 5 мин.',
  'Пожары, паводки и т. д.',
  'Аварии на ж.-д.',
  'Trial of Smith et al.',
  'Haus in der Goethestr.',
  'Trh na nám.',
  'Затримали на 15 хв.',
  'Fire in Fresno, Calif.',
])('“%s” ends with an abbreviation', (title) => {
  expect(codes(title)).not.toContain('title-full-stop');
});

test.each(['The ferry runs again.', 'Паром снова ходит.', 'Суд вынес приговор в 2012 году.'])(
  '“%s” ends with a full stop',
  (title) => {
    expect(codes(title)).toContain('title-full-stop');
  },
);

test('a full stop is no more than a warning, with the title as it would be', () => {
  expect(problemsWith({ title: '"Prozess gegen Fa. Müller & Söhnl."' }, 'Text.')).toMatchObject([
    {
      code: 'title-full-stop',
      severity: 'warning',
      example: 'title: "Prozess gegen Fa. Müller & Söhnl"',
    },
  ]);
});

test.each([
  ['de', 'Die Demonstration beginnt am 3.'],
  ['de', 'Das Ende von Wilhelm II.'],
  ['cs', 'Volby začnou 24.'],
])('in %s “%s” ends with an ordinal', (lang, title) => {
  expect(titleRule({ title, lang }, context)).toEqual([]);
});

test('a number in Russian is none', () => {
  expect(titleRule({ title: 'Суд перенесли на 3.', lang: 'ru' }, context)).toHaveLength(1);
});
