import type { Finding } from '@tamizdat/problem';
import { shorten } from '../characters/count.ts';
import { english } from './english.ts';
import { kitWordsOf } from './kit-words.ts';
import { isGroup, type WordGroup } from './plural-forms.ts';
import { OFF_SITE } from './special-words.ts';

/** How many of the words are named; the file shows the others. */
const NAMED = 12;

/** Two words beside each other, which no two languages have in common; one alone («Video») they may have. */
const SENTENCE = /\p{L}\p{L}[^\p{L}{}]+\p{L}\p{L}/u;

/**
 * Words of a language that still are the English ones, as in a file that was copied and not translated to its end: one
 * finding for all, at the first of them.
 */
export function untranslatedWords(own: WordGroup, lang: string): Finding[] {
  if (kitWordsOf(lang) === english) return [];
  // Of what no page shows the English is used where nothing is given.
  const offSite = OFF_SITE.map((group): [string, WordGroup] => {
    const given = own[group];
    return [group, { ...english[group], ...(isGroup(given) ? given : {}) }];
  });
  const all = { ...own, ...Object.fromEntries(offSite) };
  const left = untranslatedIn(english, kitWordsOf(lang) === undefined ? all : own, []);
  const [first] = left;
  if (first === undefined) return [];
  const fields = left.map(({ path }) => path.join('.'));
  const names = fields.slice(0, NAMED).join(', ') + (fields.length > NAMED ? ' …' : '');
  return [
    {
      code: 'words-untranslated',
      severity: 'warning',
      path: first.path,
      found: shorten(first.text),
      message: `Still in English, number of words: ${left.length} (${names}).`,
      why: 'Readers of this language would find English buttons and notices.',
      remedy: 'Translate the English text.',
      ru: {
        message: `Не переведено с английского, слов: ${left.length} (${names}).`,
        why: 'Читатели на этом языке увидят английские кнопки и уведомления.',
        remedy: 'Переведите английский текст.',
      },
    },
  ];
}

interface Word {
  path: string[];
  text: string;
}

function untranslatedIn(group: WordGroup, own: WordGroup, path: readonly string[]): Word[] {
  return Object.entries(group).flatMap(([name, word]): Word[] => {
    const given = own[name];
    const here = [...path, name];
    if (isGroup(word)) return isGroup(given) ? untranslatedIn(word, given, here) : [];
    return typeof given === 'string' && given === word && SENTENCE.test(given)
      ? [{ path: here, text: given }]
      : [];
  });
}
