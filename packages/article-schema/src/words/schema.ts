import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { WORD_MAX } from '../limits.ts';
import { textSchema } from '../schema/primitives.ts';
import { english, type Words } from './english.ts';
import { WORDS_FIELDS } from './fields.ts';
import { MAY_BE_EMPTY } from './special-words.ts';
import { isGroup, isPlural, PLURAL_CATEGORIES, type WordGroup } from './plural-forms.ts';

/** `content/words/<lang>.yaml`: an outlet's own words, any of them left out. */
export type OutletWords = Partial<{
  [Name in keyof Words]: Words[Name] extends string ? string : Partial<Words[Name]>;
}>;

/** What a group of English words asks of another language: the same names, each a text. */
function groupSchema(group: WordGroup, path: readonly string[]): z.ZodObject {
  const names = isPlural(group) ? PLURAL_CATEGORIES : Object.keys(group);
  return z.strictObject(
    Object.fromEntries(
      names.map((name) => {
        const word = group[name];
        const here = [...path, name];
        const schema = isGroup(word) ? groupSchema(word, here) : wordSchema(here);
        return [name, schema.meta(metaOf(WORDS_FIELDS, here.join('.'))).optional()];
      }),
    ),
  );
}

function wordSchema(path: readonly string[]): z.ZodString {
  return textSchema(WORD_MAX, path.join('.') in MAY_BE_EMPTY ? 0 : 1);
}

/** The names and lengths of words; what belongs into each stands in the rules. */
export const OutletWordsSchema = groupSchema(english, []);
