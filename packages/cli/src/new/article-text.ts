import { ARTICLE_FIELDS, type FieldNotes } from '@tamizdat/article-schema';
import { commentedFields, type CommentedField } from './commented-fields.ts';
import { language, say } from '../language/say.ts';

/** What is known of an article before it is written. */
export interface ArticleDraft {
  id: string;
  lang: string;
  kind: string;
  title: string;
  section: string;
  tags: readonly string[];
  authors: readonly string[];
  /** Of a republished article. */
  original?: { publisher: string; url: string; licence: string } | undefined;
  /** Of a link. */
  linkTo?: { publisher: string; url: string } | undefined;
}

/** The first `index.md` of an article: the fields that its kind needs, each with what it is for. */
export function articleText(draft: ArticleDraft): string {
  const { id, lang, kind, title, section, tags, authors, original, linkTo } = draft;
  const fields = [
    field('id', id),
    field('lang', lang),
    field('kind', kind),
    field('title', title),
    offer('standfirst'),
    field('section', section),
    field('tags', tags),
    field('authors', authors),
    ...(original === undefined ? [] : [field('original', original)]),
    ...(linkTo === undefined ? [] : [field('linkTo', linkTo)]),
    ...(kind === 'live' ? [field('live', { entries: [] })] : []),
    offer('leadImage'),
    ...(kind === 'news' || kind === 'analysis' ? [offer('sources')] : []),
    field('status', 'draft'),
  ];
  return `---\n${commentedFields(fields)}---\n\n`;
}

type Name = keyof typeof ARTICLE_FIELDS;

const field = (name: Name, value: unknown): CommentedField => ({
  name,
  value,
  note: say({ en: ARTICLE_FIELDS[name].description, ru: ARTICLE_FIELDS[name].ru.description }),
});

const exampleOf = ({ example, ru }: FieldNotes): unknown =>
  language === 'ru' ? (ru.example ?? example) : example;

/** A field with its example, to be taken up by deleting the “#”. */
const offer = (name: Name): CommentedField => ({
  ...field(name, exampleOf(ARTICLE_FIELDS[name])),
  optional: true,
});
