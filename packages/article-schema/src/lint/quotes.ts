import { pointAt } from './prose.ts';
import type { LintRule } from './rule.ts';

/** Marks that a language does not print, and those it does; straight ones are set by the kit. */
const FOREIGN: Readonly<Record<string, { marks: RegExp; printed: string }>> = {
  ru: { marks: /”/g, printed: '«…», inside „…“' },
  uk: { marks: /”/g, printed: '«…», inside „…“' },
  be: { marks: /”/g, printed: '«…», inside „…“' },
  en: { marks: /[«»„]/g, printed: '“…”, inside ‘…’' },
};

/** Quotation marks of the article’s language. */
export const quotes: LintRule = {
  why: 'Marks of another language look like a translation that was not read again.',
  check: ({ prose, lang = '' }) => {
    const { marks, printed } = FOREIGN[lang.split('-')[0] ?? ''] ?? {};
    if (marks === undefined) return [];
    return [...prose.matchAll(marks)].slice(0, TOLD_MAX).map(({ 0: mark, index }) => ({
      at: pointAt(prose, index),
      found: mark,
      message: `The mark “${mark}” is not printed in this language.`,
      remedy: `Write ${printed}, or straight quotes: the kit sets them.`,
    }));
  },
};

/** After so many it is plain; a text quoted whole would fill the screen. */
const TOLD_MAX = 5;
