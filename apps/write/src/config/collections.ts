import { buildJsonSchemas } from '@tamizdat/article-schema';
import { fill } from '../words/room-words.ts';
import { buildFields, type FieldContext } from './build-field.ts';
import { ARTICLE_LAYOUT, NEW_ARTICLE, OWN_FIELDS } from './article-layout.ts';
import type { DecapCollection, DecapField, SortableField } from './decap.ts';

/** Names of entry formats, which the room registers with Decap. */
export const FORMATS = { article: 'article', author: 'author', page: 'page' } as const;

const BESIDE = { media_folder: '', public_folder: '' } as const;
/** Editors merge and remove at the forge, where the checks are shown. */
const OFFERED = { create: true, delete: false, publish: false } as const;

/** The name of a language’s collection of articles or pages. */
export const collectionName = (kind: 'articles' | 'pages', lang: string): string =>
  `${kind}-${lang}`;

/**
 * Articles of one language, `content/articles/<lang>/<yyyy>/<mm>/<dd>-<slug>/index.md`. The parts of a new
 * one’s path are fields of the room’s own (`src/browser/place-entry.ts`), because Decap would take them from
 * UTC and could not write Cyrillic in Latin letters.
 */
export function articleCollection(
  lang: string,
  name: string,
  context: FieldContext,
): DecapCollection {
  const { words } = context;
  const titles = { language: name };
  return {
    name: collectionName('articles', lang),
    label: fill(words.collections.articles, titles),
    label_singular: words.collections.article,
    folder: `content/articles/${lang}`,
    extension: 'md',
    format: FORMATS.article,
    ...OFFERED,
    slug: '{{fields._slug}}',
    path: '{{_year}}/{{_month}}/{{_day}}-{{slug}}/index',
    ...BESIDE,
    identifier_field: 'title',
    // The day is the first ten characters, as the outlet's clocks have it: Decap's own dates are the browser's.
    summary: `{{publishedAt | truncate(10, ' · ')}}{{title}}{{publishedAt | ternary('', ' · ${words.draft}')}}`,
    sortable_fields: [newestFirst(context), 'title', 'section', 'status'],
    // Transcripts beside an article are Markdown too, and have no fields.
    filter: { field: 'lang', value: lang },
    view_filters: [{ label: words.drafts, field: 'status', pattern: 'draft' }],
    fields: articleFields(lang, context),
  };
}

/** Sorting needs the text of every article: here they are files, at a forge each would be a request. */
const newestFirst = ({ local }: FieldContext): SortableField =>
  local ? { field: 'publishedAt', default_sort: 'desc' } : 'publishedAt';

function articleFields(lang: string, context: FieldContext): DecapField[] {
  const { article } = buildJsonSchemas();
  const fields = [...buildFields('', article, context), bodyField(context)];
  const place = ({ name }: DecapField) => {
    const at = ARTICLE_LAYOUT.indexOf(name);
    return at === -1 ? ARTICLE_LAYOUT.length : at;
  };
  const shown = fields
    .filter(({ name }) => !OWN_FIELDS.has(name))
    .sort((a, b) => place(a) - place(b))
    .map((field) =>
      field.name in NEW_ARTICLE ? { ...field, default: NEW_ARTICLE[field.name] } : field,
    );
  return [
    ...shown,
    { name: 'lang', label: 'lang', widget: 'hidden', required: false, default: lang },
  ];
}

const bodyField = ({ words }: FieldContext): DecapField => ({
  name: 'body',
  label: words.labels['body'] ?? 'body',
  widget: 'prose',
  required: false,
  pictures: true,
  ...(words.hints['body'] === undefined ? {} : { hint: words.hints['body'] }),
});

/** Author records, `content/authors/<id>.yaml`, photos beside them. */
export function authorCollection(context: FieldContext): DecapCollection {
  const { words, lang } = context;
  return {
    name: 'authors',
    label: words.collections.authors,
    label_singular: words.collections.author,
    folder: 'content/authors',
    extension: 'yaml',
    format: FORMATS.author,
    ...OFFERED,
    slug: '{{fields._slug}}',
    ...BESIDE,
    identifier_field: `name.${lang}`,
    summary: `{{name.${lang}}}`,
    sortable_fields: [],
    fields: buildFields('', buildJsonSchemas().author, context),
  };
}

/** Fixed pages of one language, `content/pages/<lang>/<slug>.md`. */
export function pageCollection(lang: string, name: string, context: FieldContext): DecapCollection {
  const { words } = context;
  return {
    name: collectionName('pages', lang),
    label: fill(words.collections.pages, { language: name }),
    label_singular: words.collections.page,
    folder: `content/pages/${lang}`,
    extension: 'md',
    format: FORMATS.page,
    ...OFFERED,
    slug: '{{fields._slug}}',
    ...BESIDE,
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: [],
    fields: [...pageFields(context), { ...bodyField(context), pictures: false }],
  };
}

/** Of a page’s fields the label is the article’s, the description its own. */
function pageFields(context: FieldContext): DecapField[] {
  return buildFields('', buildJsonSchemas().page, context);
}
