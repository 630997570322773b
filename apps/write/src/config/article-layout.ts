/**
 * The order of an article’s form: what every article needs first, then its text, then what few need. Fields
 * that are not named here follow in the schema’s order.
 */
export const ARTICLE_LAYOUT: readonly string[] = [
  'title',
  'standfirst',
  'kind',
  'section',
  'tags',
  'authors',
  'leadImage',
  'body',
  'sources',
  'kicker',
  'dateline',
  'contributors',
  'contentWarnings',
  'series',
  'original',
  'linkTo',
  'live',
  'newsletter',
  'showAppeal',
  'status',
  'publishedAt',
  'updatedAt',
  'embargoUntil',
  'corrections',
  'editorsNote',
  'editorsNoteAt',
  'translationKey',
  'declined',
  'imported',
  'formerAddresses',
  'feedId',
];

/** What the room fills in by itself; never asked for. */
export const OWN_FIELDS: ReadonlySet<string> = new Set(['id', 'lang']);

/** Values of a new article, where it has no other. */
export const NEW_ARTICLE: Readonly<Record<string, unknown>> = { kind: 'news', status: 'draft' };
