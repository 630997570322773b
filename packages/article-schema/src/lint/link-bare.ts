import { shorten } from '../characters/count.ts';
import type { LintRule } from './rule.ts';

const plain = (text: string): string =>
  text.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '').replace(/\/$/, '');

/** Links say where they lead. */
export const linkBare: LintRule = {
  why: {
    en: 'A screen reader reads an address letter by letter, and on a phone it runs over the edge.',
    ru: 'Экранный диктор читает адрес по буквам, а на телефоне он вылезает за край.',
  },
  check: ({ facts }) =>
    facts.links
      .filter(({ url, text }) => /^https?:\/\//i.test(url) && plain(text) === plain(url))
      .map(({ url, at }) => ({
        at,
        found: shorten(url),
        message: `The address “${shorten(url)}” stands bare in the text.`,
        remedy: 'Put it behind words that say where it leads.',
        ru: {
          message: `Адрес «${shorten(url)}» стоит в тексте сам по себе.`,
          remedy: 'Спрячьте его за словами, которые говорят, куда он ведёт.',
          example: `[отчёт](${shorten(url)})`,
        },
        example: `[the report](${shorten(url)})`,
      })),
};
