import { quotesOf } from './foreign-quotes.ts';
import { pointAt } from './prose.ts';
import type { LintRule } from './rule.ts';

/** Quotation marks of the article’s language. */
export const quotes: LintRule = {
  why: {
    en: 'Marks of another language look like a translation that was not read again.',
    ru: 'Чужие кавычки выглядят как перевод, который не перечитали.',
  },
  check: ({ prose, markdown, lang = '' }) => {
    const language = quotesOf(lang);
    if (language === undefined) return [];
    const { foreign, printed } = language;
    const found = [...withoutOtherLanguages(prose, markdown).matchAll(foreign)];
    return found.slice(0, TOLD_MAX).map(({ 0: mark, index }) => ({
      at: pointAt(prose, index),
      found: mark,
      message: `The mark “${mark}” is not printed in this language.`,
      remedy: `Write ${printed.en}, or straight quotes: the kit sets them.`,
      ru: {
        message: `Кавычку «${mark}» в этом языке не печатают.`,
        remedy: `Напишите ${printed.ru} или прямые кавычки: сайт сам поставит нужные.`,
      },
    }));
  },
};

/** Words that say which language they are in keep its marks. */
const OTHER_LANGUAGE = /<([a-z]{1,10}) lang="[^"<>\n]*">[^<>]*<\/\1>/g;

/** Prose with such words blanked. */
export function withoutOtherLanguages(prose: string, markdown: string): string {
  let end = 0;
  const parts = [...markdown.matchAll(OTHER_LANGUAGE)].map(({ 0: part, index }) => {
    const before = prose.slice(end, index);
    end = index + part.length;
    return before + prose.slice(index, end).replaceAll(/[^\n]/g, ' ');
  });
  return parts.join('') + prose.slice(end);
}

/** After so many it is plain; a text quoted whole would fill the screen. */
const TOLD_MAX = 5;
