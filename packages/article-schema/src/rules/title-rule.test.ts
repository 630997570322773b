import { expect, test } from 'vitest';
import { problemsWith } from '../parse/sample.ts';

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
])('“%s” ends with an abbreviation', (title) => {
  expect(codes(title)).not.toContain('title-full-stop');
});

test.each(['The ferry runs again.', 'Паром снова ходит.', 'Суд вынес приговор в 2012 году.'])(
  '“%s” ends with a full stop',
  (title) => {
    expect(codes(title)).toContain('title-full-stop');
  },
);
