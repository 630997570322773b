import { inspectBody, listAnchors, type BodyAnchors } from '@tamizdat/body';
import { correctionPlace } from './correction-place.ts';
import type { FrontMatter } from '../schema/article.ts';

/** The place that templates give to every page. */
export const EVERY_PAGE = 'text';

/** Places that come and go by themselves, with other articles and with the time: no text may lead to them. */
export const PASSING_ANCHORS = ['more', 'appeal', 'ask', 'later'] as const;

/** All ids that templates write; the last ones are on articles that have what they hold. */
export const TEMPLATE_ANCHORS = [
  EVERY_PAGE,
  ...PASSING_ANCHORS,
  'corrections',
  'clarifications',
  'key-events',
] as const;

/** Prefix of the ids of an editor's note. */
export const NOTE_FRAGMENT = 'note-';

/** Id of a live entry on the article's page: prefixed, so that it never meets one of the page's own. */
export const entryAnchor = (id: string): string => `e-${id}`;

/** Prefix of the ids in a live entry's text. No id has two hyphens in a row, so that none meets another entry's. */
export const entryFragment = (id: string): string => `${entryAnchor(id)}--`;

/** What decides which places an article's page has. */
export type AnchoredArticle = Pick<
  FrontMatter,
  'lang' | 'status' | 'sources' | 'corrections' | 'editorsNote' | 'live'
>;

/** The places that links to a page can lead to. */
export interface PageAnchors {
  lang: string;
  ids: ReadonlySet<string>;
  /** Those of its texts, by the prefix of their ids; a text that the page does not show is not there. */
  texts: ReadonlyMap<string, BodyAnchors>;
}

/** The places of an article's page. `body` is the Markdown after the front matter. */
export function articleAnchors(article: AnchoredArticle, body: string): PageAnchors {
  const { lang, sources } = article;
  const shown = shownTexts(article, body).map(([fragment, markdown]): [string, BodyAnchors] => {
    const listed = fragment === '' ? sources : citedSources(markdown, sources);
    return [fragment, listAnchors(markdown, { lang, sources: listed, fragment })];
  });
  return withTexts(lang, templateAnchors(article), shown);
}

/**
 * The places of a fixed page, or of a transcript. `body` is the Markdown after the front matter, `own` are those that
 * its template adds.
 */
export function fixedPageAnchors(
  { lang }: { lang: string },
  body: string,
  own: readonly string[] = [],
): PageAnchors {
  return withTexts(lang, [EVERY_PAGE, ...own], [['', listAnchors(body, { lang, sources: [] })]]);
}

/** The places of a page that holds no text. */
export function templatePlaces(lang: string, ids: readonly string[]): PageAnchors {
  return withTexts(lang, ids, []);
}

function withTexts(
  lang: string,
  own: readonly string[],
  texts: readonly [string, BodyAnchors][],
): PageAnchors {
  const ids = new Set([...own, ...texts.flatMap(([, anchors]) => [...anchors.ids])]);
  return { lang, ids, texts: new Map(texts) };
}

/** A withdrawn article's page shows the note alone, a removed one's nothing. */
function shownTexts(article: AnchoredArticle, body: string): [string, string][] {
  const { status, editorsNote, live } = article;
  if (status === 'removed') return [];
  const note: [string, string][] = editorsNote === undefined ? [] : [[NOTE_FRAGMENT, editorsNote]];
  if (status === 'withdrawn') return note;
  const entries = (live?.entries ?? []).map((entry): [string, string] => [
    entryFragment(entry.id),
    entry.body,
  ]);
  return [['', body], ...note, ...entries];
}

function templateAnchors({ status, corrections, live }: AnchoredArticle): string[] {
  if (status === 'removed') return [EVERY_PAGE];
  const own = [EVERY_PAGE, ...corrections.map(({ kind }) => correctionPlace(kind))];
  if (status === 'withdrawn') return own;
  const entries = live?.entries ?? [];
  return [
    ...own,
    ...(entries.some(({ keyEvent }) => keyEvent) ? ['key-events'] : []),
    ...entries.map(({ id }) => entryAnchor(id)),
  ];
}

/** A note or an entry lists what it cites; the text lists every source of the article. */
function citedSources(markdown: string, sources: AnchoredArticle['sources']) {
  const cited = new Set(inspectBody(markdown).footnoteReferences.map(({ id }) => id));
  return sources.filter(({ id }) => cited.has(id));
}
