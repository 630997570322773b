import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setRuns, setText } from './set-text.ts';
import { typesetLanguages } from './typography-of.ts';

/** A space of no break, as it can be seen. */
const visible = (text: string): string => text.replaceAll('\u00a0', '~');

describe('a text is set as its language is printed', () => {
  it.each([
    [
      'ru',
      'Он сказал: "да" - и ушёл в "Газету "Час"".',
      'Он сказал: «да»~— и~ушёл в~«Газету „Час“».',
    ],
    ['ru', 'Он сказал: «да, "Час"»', 'Он сказал: «да, „Час“»'],
    ['ru', '"Вышка" -- не "ТЭЦ-1"', '«Вышка»~— не «ТЭЦ-1»'],
    ['ru', 'В июне, к слову; ("и он")', 'В~июне, к~слову; («и~он»)'],
    ['ru', 'И. А. Иванов, А.С. Пушкин и Ершина Н. П.', 'И.~А.~Иванов, А.С.~Пушкин и~Ершина~Н.~П.'],
    ['ru', 'и т. д., и т. п., XIX в., 1998 г., 10 %', 'и~т.~д., и~т.~п., XIX~в., 1998~г., 10~%'],
    ['ru', '№ 5, § 7, ст. 282, ул. Литейная', '№~5, §~7, ст.~282, ул.~Литейная'],
    ['ru', '17 400 человек, 22 ноября, 12 км.', '17~400~человек, 22~ноября, 12~км.'],
    ['ru', '— Да, — сказал он.', '—~Да,~— сказал он.'],
    ['ru', 'О\'Коннор, экран 12"', 'О’Коннор, экран 12"'],
    ['en', "\"It's a 'test',\" he said - and left.", '“It’s a ‘test’,” he said~– and left.'],
    [
      'en',
      "The '90s, rock 'n' roll, 'tis dogs' tails",
      'The ’90s, rock ’n’ roll, ’tis dogs’ tails',
    ],
    ['en', '5\'11" tall, 7 - 5, a-b', '5\'11" tall, 7 - 5, a-b'],
    ['en', 'Mr. Smith, J. K. Rowling, p. 5, 10 km', 'Mr.~Smith, J.~K.~Rowling, p.~5, 10~km'],
    ['en-US', '"stop".', '“stop”.'],
    ['de', '"Ja, \'gut\'" - 5 Uhr', "„Ja, 'gut'“~– 5~Uhr"],
    ['fr', '"Il a dit "oui" ?"', '«~Il a dit “oui”~?~»'],
    ['fr', "L'eau : 5 km", 'L’eau~: 5~km'],
    [
      'fr',
      'Une « affaire », (« autre ») ; « oui ! »… « non ».',
      'Une «~affaire~», («~autre~»)~; «~oui~!~»… «~non~».',
    ],
    ['fr', 'L\'"affaire", d\'"autres"', 'L’«~affaire~», d’«~autres~»'],
    [
      'fr',
      '"C\'est l\'"affaire" du 11, l\'11 et l\'« été »"',
      '«~C’est l’“affaire” du 11, l’11 et l’«~été~»~»',
    ],
    ['it', 'L\'"affare" dell\'"Unità", l\'8 marzo', 'L’«affare» dell’«Unità», l’8~marzo'],
    ['es', '¿"Qué" dijo? ¡"Hola"! "¿Sí?"', '¿«Qué» dijo? ¡«Hola»! «¿Sí?»'],
    ['ru', 'Сказал:"Да". ⟨"нет"⟩ №"5"', 'Сказал:«Да». ⟨«нет»⟩ №«5»'],
    ['ru', '"„Да“", сказал он, "нет"', '«„Да“», сказал он, «нет»'],
    ['de', '"Das "Ja"", sagte er', '„Das ‚Ja‘“, sagte er'],
    ['en', "“'Tis”, (“'90s”), 'twere, fish 'n' chips", '“’Tis”, (“’90s”), ’twere, fish ’n’ chips'],
    ['en', 'He said:"No."', 'He said:“No.”'],
    ['uk', 'п\'ять "слів" - і кінець', 'п’ять «слів»~— і~кінець'],
    ['pl', '"To jest" w Łodzi', '„To jest” w~Łodzi'],
    ['es', '"Hola"', '«Hola»'],
    ['be', '"Дом" у лесе', '«Дом» у~лесе'],
    ['ar', '"مرحبا"', '«مرحبا»'],
  ])('%s: %s', (lang, written, set) => {
    expect(visible(setText(written, lang))).toBe(set);
  });

  it('leaves a language alone whose habits it does not know', () => {
    expect(setText('"a" - b', 'tlh')).toBe('"a" - b');
  });

  it('sees a text whole that lies in pieces', () => {
    expect(setRuns(['Он "', 'да', '" - в', ' "доме"'], 'ru').map(visible)).toEqual([
      'Он «',
      'да',
      '»~— в',
      '~«доме»',
    ]);
  });
});

const words = fc.constantFrom(
  ..."\" ' - -- — – « » „ “ ” ‘ ’ в и не дом Дом И. А.С. l' ¿ ¡ ⟨ ⟩ 5 12 400 км г. т. д. № § , . ? : ( ) ' n s don \u00a0 XIX ст. Mr. km a z ".split(
    ' ',
  ),
  ' ',
  ' ',
  '\n',
);
const texts = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(''));
const languages = fc.constantFrom(...typesetLanguages);

/** What setting may not touch: everything but spaces, quotation marks, apostrophes and dashes. */
function kept(text: string, lang: string): string {
  return text
    .replaceAll(/["'«»„“”‘’‚]/g, '"')
    .replaceAll(/-{1,3}|[–—]/g, '-')
    .replaceAll(lang === 'fr' ? /\s/g : /\u00a0/g, lang === 'fr' ? '' : ' ');
}

describe('setting', () => {
  it('twice gives the same as once', () => {
    fc.assert(
      fc.property(texts, languages, (text, lang) => {
        const once = setText(text, lang);
        expect(setText(once, lang)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('changes no letter, no digit and no other mark', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), languages, (text, lang) => {
        expect(kept(setText(text, lang), lang)).toBe(kept(text, lang));
      }),
      { numRuns: 300 },
    );
  });

  it('gives each piece of a text what the whole has there', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), languages, (runs, lang) => {
        expect(setRuns(runs, lang).join('')).toBe(setText(runs.join(''), lang));
      }),
    );
  });

  it('takes time in proportion to a text', () => {
    const long = '"a - в 5 км И. '.repeat(20_000);
    expect(setText(long, 'ru')).toHaveLength(long.length);
  });
});
