import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { AUTHOR_FIELDS } from '../fields/author-fields.ts';
import type { FieldTable } from '../fields/notes.ts';
import { OUTLET_FIELDS } from '../fields/outlet-fields.ts';
import { FRONT_FIELDS } from '../fields/front-fields.ts';
import { PAGE_FIELDS } from '../fields/page-fields.ts';

const TABLES: readonly FieldTable[] = [
  ARTICLE_FIELDS,
  AUTHOR_FIELDS,
  OUTLET_FIELDS,
  PAGE_FIELDS,
  FRONT_FIELDS,
];

/** `leadImage.file` and the like, of all records: what stands in a group, and in which. */
const PAIRS: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([name, { example }]) => {
      const path = name.replaceAll('[]', '');
      const group = typeof example === 'object' && example !== null && !Array.isArray(example);
      return [path, ...(group ? Object.keys(example).map((inner) => `${path}.${inner}`) : [])];
    }),
  ).flatMap((path) => path.split('.').slice(-2).join('.')),
);

/** Whether a group of this name has a field of that name in any record, as `leadImage` has `file`. */
export const isInGroup = (group: string, field: string): boolean => PAIRS.has(`${group}.${field}`);
