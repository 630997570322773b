import type { Finding } from '@tamizdat/problem';
import { shorten } from '../characters/count.ts';

/** Words that may be empty: what they would say is then not said. With what the guide says of each. */
export const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  newsroom: 'The byline of articles without authors; left empty, they have none.',
  'newsletters.consent':
    'Words in [square brackets] are the link to the page about privacy; without brackets, or left empty, the link follows under that page’s title.',
  'newsletters.confirm': 'May be left empty.',
};

/** The groups of words that no page of the site shows (the worker’s and the address to pass on, where they are off): an outlet may do without them in its language. */
export const OFF_SITE = ['forge', 'book', 'readerWords', 'stick', 'passOn'] as const;

/** Whether a group of words is one that no page of the site shows. */
export const isOffSite = (group: string | undefined): boolean =>
  (OFF_SITE as readonly (string | undefined)[]).includes(group);

/** The word whose brackets are a link. */
const LINKED = 'newsletters.consent';

/** A word with the part that is a link. */
export interface LinkedWord {
  before: string;
  /** Undefined where nothing stands in brackets. */
  link: string | undefined;
  after: string;
}

const LINK = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/;

/** Takes a word apart at its brackets: `You agree to the [Privacy Policy].` */
export function splitLinkedWord(text: string): LinkedWord {
  const [, before = '', link, after = ''] = LINK.exec(text) ?? [];
  return link === undefined
    ? { before: text, link: undefined, after: '' }
    : { before, link, after };
}

/** Brackets that make no link would be printed. */
export function linkedWordRules(path: readonly string[], text: string): Finding[] {
  if (path.join('.') !== LINKED || !/[[\]]/.test(text) || LINK.test(text)) return [];
  return [
    {
      code: 'word-link',
      path,
      found: shorten(text),
      message: `The brackets in the word “${LINKED}” make no link.`,
      why: 'Readers would see the brackets.',
      remedy:
        'Put one pair of square brackets around the words that lead to the page about privacy.',
      ru: {
        message: `Скобки в слове «${LINKED}» не образуют ссылки.`,
        why: 'Читатели увидели бы скобки.',
        remedy:
          'Заключите слова, ведущие на страницу о персональных данных, в одну пару квадратных скобок.',
        example: 'consent: Вы соглашаетесь с [политикой конфиденциальности].',
      },
      example: 'consent: You agree to the [Privacy Policy].',
    },
  ];
}
