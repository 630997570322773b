import { stringify } from 'yaml';
import { shorten } from '../characters/count.ts';
import type { Finding } from '@tamizdat/problem';
import { english } from './english.ts';
import { kitWordsOf } from './kit-words.ts';
import {
  isGroup,
  isPlural,
  numbersOf,
  pluralCategoriesOf,
  type PluralCategory,
  type PluralForms,
  type WordGroup,
} from './plural-forms.ts';
import { isOffSite, linkedWordRules } from './special-words.ts';
import { placeholdersOf } from './template.ts';

/** Rules for an outlet's words of one language, held against the English ones. */
export function wordsRules(own: WordGroup, lang: string): Finding[] {
  return groupRules(english, own, [], { lang, complete: kitWordsOf(lang) === undefined });
}

interface Wanted {
  lang: string;
  /** Every word is needed, because the kit has none to fall back on. */
  complete: boolean;
}

function groupRules(
  group: WordGroup,
  own: WordGroup,
  path: readonly string[],
  wanted: Wanted,
): Finding[] {
  return Object.entries(group).flatMap(([name, word]): Finding[] => {
    const here = [...path, name];
    const given = own[name];
    if (given === undefined && !wanted.complete) return [];
    if (isOffSite(here[0]) && wanted.complete)
      return groupRules({ [name]: word }, own, path, { ...wanted, complete: false });
    if (isGroup(word)) {
      if (given !== undefined && !isGroup(given)) return [];
      return isPlural(word)
        ? pluralRules(word as PluralForms, given ?? {}, here, wanted.lang)
        : groupRules(word, given ?? {}, here, wanted);
    }
    if (given === undefined) return [missing(here, String(word), wanted.lang)];
    return typeof given === 'string'
      ? [...placeRules(String(word), given, here), ...linkedWordRules(here, given)]
      : [];
  });
}

/** A language needs a form for each of its plural categories, and has no use for another's. */
function pluralRules(
  forms: PluralForms,
  own: WordGroup,
  path: readonly string[],
  lang: string,
): Finding[] {
  const categories = pluralCategoriesOf(lang) ?? ['other'];
  const known = pluralCategoriesOf(lang) !== undefined;
  const lacking = categories.filter((category) => own[category] === undefined);
  return [
    ...lacking.map((category) => missingForm(category, forms, path, lang)),
    ...Object.entries(own).flatMap(([category, form]) => {
      const here = [...path, category];
      if (known && !(categories as string[]).includes(category))
        return [uselessForm(here, categories)];
      return typeof form === 'string'
        ? placeRules(forms.other, form, here, category !== 'other')
        : [];
    }),
  ];
}

function missing(path: readonly string[], text: string, lang: string): Finding {
  const field = path.join('.');
  return {
    code: 'word-missing',
    path,
    at: 'key',
    message: `The word “${field}” is missing.`,
    why: `The kit does not speak “${lang}”: readers would find English here.`,
    remedy: 'Translate the English text.',
    ru: {
      message: `Нет слова «${field}».`,
      why: `Набор не знает языка «${lang}»: читатели увидели бы здесь английский текст.`,
      remedy: 'Переведите английский текст.',
    },
    example: exampleOf(path, text),
  };
}

function missingForm(
  category: PluralCategory,
  forms: PluralForms,
  path: readonly string[],
  lang: string,
): Finding {
  const field = [...path, category].join('.');
  const numbers = numbersOf(lang, category);
  const used = numbers.length > 0 ? `numbers such as ${numbers.join(', ')}` : 'all other numbers';
  const usedInRussian =
    numbers.length > 0 ? `таких чисел, как ${numbers.join(', ')}` : 'всех остальных чисел';
  return {
    code: 'word-plural-missing',
    path: [...path, category],
    at: 'key',
    message: `The plural form “${field}” is missing.`,
    why: `In “${lang}” it is used for ${used}.`,
    remedy: 'Translate the English text in the form for these numbers.',
    ru: {
      message: `Нет формы числа «${field}».`,
      why: `На языке «${lang}» она нужна для ${usedInRussian}.`,
      remedy: 'Переведите английский текст в форме для этих чисел.',
    },
    example: exampleOf([...path, category], forms[category] ?? forms.other),
  };
}

function uselessForm(path: readonly string[], categories: readonly string[]): Finding {
  return {
    code: 'word-plural-unused',
    path,
    at: 'key',
    found: shorten(path.at(-1) ?? ''),
    message: `This language has no plural form “${shorten(path.at(-1) ?? '')}”.`,
    remedy: `Remove the line. Its forms are: ${categories.join(', ')}.`,
    ru: {
      message: `В этом языке нет формы числа «${shorten(path.at(-1) ?? '')}».`,
      remedy: `Уберите строку. Формы этого языка: ${categories.join(', ')}.`,
    },
  };
}

/** What is filled in stands in every translation; a form for one number may do without the number. */
function placeRules(
  text: string,
  given: string,
  path: readonly string[],
  mayLeaveOut = false,
): Finding[] {
  const wanted = placeholdersOf(text);
  const found = placeholdersOf(given);
  const lost = mayLeaveOut ? [] : wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  const at = { path, found: shorten(given), example: exampleOf(path, text) };
  return [
    ...lost.map((name) => ({
      ...at,
      code: 'word-place-missing',
      message: `The word “${path.join('.')}” lacks {${name}}, where a value is filled in.`,
      remedy: `Put {${name}} where the value belongs in this language, spelt as it is.`,
      ru: {
        message: `В слове «${path.join('.')}» нет {${name}}, куда подставляют значение.`,
        remedy: `Поставьте {${name}} туда, где значение стоит в этом языке, без изменений.`,
      },
    })),
    ...unknown.map((name) => ({
      ...at,
      code: 'word-place-unknown',
      message: `Nothing is filled in for {${shorten(name)}} here.`,
      remedy:
        wanted.length === 0
          ? 'Write the word without braces.'
          : `Write ${wanted.map((each) => `{${each}}`).join(' and ')}: names are not translated.`,
      ru: {
        message: `Для {${shorten(name)}} здесь ничего нет.`,
        remedy:
          wanted.length === 0
            ? 'Напишите слово без фигурных скобок.'
            : `Напишите ${wanted.map((each) => `{${each}}`).join(' и ')}: имена не переводят.`,
      },
    })),
  ];
}

/** The English text as a line of the file, quoted where YAML would read its braces. */
function exampleOf(path: readonly string[], text: string): string {
  return stringify({ [path.at(-1) ?? '']: text }, { lineWidth: 0 }).trimEnd();
}
