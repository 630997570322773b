import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTexts } from './check-text.ts';
import { bodyText } from './markdown-text.ts';

const check = (body: string, lang: string) =>
  checkTexts([bodyText({ yaml: '', yamlLine: 2, body, bodyLine: 1 })], 'a.md', { lang }).problems;

/** The letters of a line: what readers are told, whatever stands around it. */
const lettersOf = (line = ''): string => line.replaceAll(/[^\p{L}]/gu, '');

/** Each line that a message proposes, in the text, and what is told of it then. */
function proposed(body: string, lang: string) {
  return check(body, lang).map(({ code, line, example = '' }) => {
    const lines = body.split('\n');
    const given = lines[line - 1];
    lines[line - 1] = example;
    const last = line + example.split('\n').length - 1;
    const again = check(lines.join('\n'), lang).filter(
      (told) => told.code === code && told.line >= line && told.line <= last,
    );
    return { code, example, again: again.map(({ found }) => found), given };
  });
}

const LINES: readonly (readonly [lang: string, body: string])[] = [
  ['ru', '1. а\n1. б\n1. в'],
  ['en', '4. a\n4. b'],
  ['ru', '- Вы видели? - спросил следователь.\n- Нет.'],
  ['ru', '— Да.\n— Нет.'],
  ['ru', '-Да, - сказал он.\n-Нет.'],
  ['fr', '- Oui, dit-il.'],
  ['es', '- Sí - dijo.'],
  ['en', '- 2 in extra time'],
  ['en', '- 15 degrees at night'],
  ['ru', '- 15 градусов\n- 20 градусов'],
  ['ru', '+ 3 градуса'],
  ['ru', '* Признан *иноагентом*.'],
  ['ru', '> 100 человек погибли'],
  ['ru', 'Он сказал. Она тоже.\n---'],
  ['ru', '    Он пришёл домой и сказал всё, что думал об этом.'],
  ['ru', '| а | б |\n| - | - |\n| 1 |'],
  ['ru', '| а | б |\n| - | - |\n| `a|b` | 2 |'],
  ['ru', '| а | б | в |\n| - | - | - |\n| `ls | wc` | считает |'],
  ['ru', '| а | б |\n| - | - |\n| 1 | 2 |\nТекст дальше'],
  ['ru', '> цитата\nещё строка'],
  ['ru', '[^1]: сноска\nстрока\n\nа[^1]'],
  ['ru', 'Текст\n2. два\n3. три'],
  ['ru', 'Глава\n• а\n• б'],
  ['ru', '| а | б |'],
  ['ru', '[Источник]: https://example.org/doklad'],
  ['ru', 'Текст.\n\n[Иванов]: Нет.'],
  ['en', '[a]: https://a.example\n[a]: https://b.example\n\nSee [a].'],
  ['de', 'Text^[eine Anmerkung] und mehr'],
];

test.each(LINES)('in %s: the line that is proposed for %j is right', (lang, body) => {
  const lines = proposed(body, lang);
  expect(lines).not.toEqual([]);
  for (const { example, again, given } of lines) {
    expect([example, again]).toEqual([example, []]);
    // Of a list that counts anew the next number is told, and none of its words.
    expect(lettersOf(example)).toBe(lettersOf(given));
  }
});

/** Markup that is printed, of which several may stand in a line. */
const PIECES = [
  ...['**« a »**b', '**«Завод»**стоит', 'слово**«Завод»**', '**Завод **стоит', '__Завод__а'],
  ...[
    'сказал**: «да»** и',
    'Цена**:** 5',
    'и *курсив * тут',
    'это _важно_сказать',
    '*«Завод»*стоит',
    '**Bold:**text',
    '**Вопрос**(тут)',
    "'''жирно'''",
  ],
  ...['H~2~', 'м^2^', 'слово^[сноска]', '&amp;laquo;а&amp;raquo;', 'сказал\\— он', 'п`ять'],
  ...['[текст] (https://a.example/)', '(текст)[https://a.example/]', 'просто слова', 'ещё'],
];

test('whatever stands in a line, the one that is proposed is right as a whole, and has its words', () => {
  const line = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(line, (pieces) => {
      for (const { example, again, given } of proposed(pieces.join(', '), 'ru')) {
        // Where signs of several pieces pair up there may be none.
        if (example === '') continue;
        expect([example, again]).toEqual([example, []]);
        const names = /laquo|raquo|amp|sub|sup|https?|example|(?<=\/)a/g;
        expect(lettersOf(example.replaceAll(names, ''))).toBe(
          lettersOf(given?.replaceAll(names, '')),
        );
      }
    }),
    { numRuns: 300 },
  );
});
