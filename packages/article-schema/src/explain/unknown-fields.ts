import type { FieldTable } from '../fields/notes.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import { FREQUENCIES } from '../vocabulary.ts';
import { shorten } from '../characters/count.ts';
import { tableKey } from './field-of.ts';
import { nearest } from './nearest.ts';

const write = (field: string): InBoth => ({
  en: `Write “${field}”.`,
  ru: `Напишите «${field}».`,
});

const LEAD_IMAGE: InBoth = {
  en: 'Write “leadImage”, with file, alt and credit.',
  ru: 'Напишите «leadImage» с полями file, alt и credit.',
};

const IN_LEAD_IMAGE: InBoth = {
  en: 'Put it inside “leadImage”, with two spaces before it.',
  ru: 'Перенесите это внутрь «leadImage», с двумя пробелами в начале строки.',
};

/** Fields other systems have, and what takes their place here. */
const ELSEWHERE: Readonly<Record<string, InBoth>> = {
  canonical: {
    en: 'Remove it: the address is computed.',
    ru: 'Уберите: адрес вычисляется.',
  },
  slug: {
    en: 'Remove it: the folder’s name is the address.',
    ru: 'Уберите: адрес — это имя папки.',
  },
  access: { en: 'Remove it: there is no paywall.', ru: 'Уберите: платного доступа здесь нет.' },
  date: write('publishedAt'),
  author: {
    en: 'Write “authors”, a list of author ids.',
    ru: 'Напишите «authors», список идентификаторов авторов.',
  },
  tag: { en: 'Write “tags”, a list.', ru: 'Напишите «tags», это список.' },
  category: write('section'),
  image: LEAD_IMAGE,
  cover: LEAD_IMAGE,
  description: write('standfirst'),
  subtitle: write('standfirst'),
  draft: write('status: draft'),
  published: write('status: ready'),
  file: IN_LEAD_IMAGE,
  alt: IN_LEAD_IMAGE,
  caption: IN_LEAD_IMAGE,
  credit: IN_LEAD_IMAGE,
  language: write('lang'),
  type: write('kind'),
};

/** One finding for each unknown field, with the field that was probably meant. */
export function unknownFields(
  keys: readonly string[],
  path: FieldPath,
  table: FieldTable,
): Finding[] {
  const known = siblings(path, table);
  return keys.map((key) => {
    const meant = nearest(key, known) ?? fieldCalled(key, path, table);
    // Own properties only: “constructor” is a field somebody may write.
    const inArticle = path.length === 0 && known.has('publishedAt');
    const advice = inArticle && Object.hasOwn(ELSEWHERE, key) ? ELSEWHERE[key] : undefined;
    const remedy = remedyFor(meant, advice, known);
    return {
      code: 'unknown-field',
      path: [...path, key],
      at: 'key',
      found: shorten(key),
      message: `There is no field “${shorten(key)}”${path.length === 0 ? '' : ' here'}.`,
      remedy: remedy.en,
      ru: {
        message: `Поля «${shorten(key)}» ${path.length === 0 ? 'не бывает' : 'здесь не бывает'}.`,
        remedy: remedy.ru,
      },
    };
  });
}

/** A field whose Russian name was written, as the messages call it: “заголовок”. */
function fieldCalled(key: string, path: FieldPath, table: FieldTable): string | undefined {
  const called = key.trim().normalize('NFC').toLowerCase();
  const prefix = path.length === 0 ? '' : `${tableKey(path)}.`;
  return [...siblings(path, table)].find(
    (field) => table[`${prefix}${field}`]?.ru.label.toLowerCase() === called,
  );
}

function remedyFor(
  meant: string | undefined,
  advice: InBoth | undefined,
  known: ReadonlySet<string>,
): InBoth {
  if (advice !== undefined) return advice;
  if (meant !== undefined) {
    return { en: `Did you mean “${meant}”?`, ru: `Вы имели в виду «${meant}»?` };
  }
  if (known.size === 0) return { en: 'Remove the line.', ru: 'Уберите строку.' };
  return {
    en: `Remove the line. The fields here are: ${[...known].join(', ')}.`,
    ru: `Уберите строку. Здесь бывают поля: ${[...known].join(', ')}.`,
  };
}

/** Groups whose fields are the words of a list, which no table repeats. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  'support.amounts': FREQUENCIES,
  'support.methods[].terms': FREQUENCIES,
};

/** The fields a table knows beside a path. */
function siblings(path: FieldPath, table: FieldTable): Set<string> {
  const listed = LISTED[tableKey(path)];
  if (listed !== undefined) return new Set(listed);
  const prefix = path.length === 0 ? '' : `${tableKey(path)}.`;
  return new Set(
    Object.keys(table)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .filter((key) => /^\w+$/.test(key)),
  );
}
