import {
  type Author,
  correctionPlace,
  fillWord,
  type LeadImage,
  type LiveEntry,
  type Outlet,
  type Words,
} from '@tamizdat/article-schema';
import { dateAndTime, endOnce, longDate } from '../dates/dates.ts';
import { fillSet } from '../typography/set-words.ts';
import { localized, taxonName } from '../words/localized.ts';
import type {
  ArticleTexts,
  ArticleView,
  EditionContext,
  ShownLead,
  ShownName,
  ShownTaxon,
  ShownTime,
} from './article-view.ts';

/**
 * Gathers what is shown of an article.
 * @param article Its plain texts are typeset already; see `setContent`.
 * @param authors Records of those it names; an id without a record is shown as it is.
 */
export function buildArticleView(
  article: ArticleTexts,
  context: EditionContext,
  authors: ReadonlyMap<string, Pick<Author, 'name'>> = new Map(),
): ArticleView {
  const { words, outlet, lang } = context;
  const nameTaxon = (taxa: Outlet['tags'], id: string): ShownTaxon => ({
    id,
    name: taxonName(taxa, id, lang, outlet),
  });
  const section = nameTaxon(outlet.sections, article.section);
  const kind = article.kind === 'news' ? undefined : words.kinds[article.kind];
  const { title, standfirst, kicker, dateline } = article;
  return {
    title,
    standfirst,
    section,
    tags: article.tags.map((id) => nameTaxon(outlet.tags, id)),
    kind,
    kicker,
    overline: overlineOf([kind, kicker], section.name),
    blurb: article.newsletter?.blurb ?? standfirst ?? '',
    ...namesOf(article, context, authors),
    dateline,
    published: timeOf(article.publishedAt, context),
    updated: timeOf(article.updatedAt, context),
    warnings: warningsOf(article, words),
    lead: leadOf(article, words),
    ...changesOf(article, context),
    entries: newestFirst(article.live?.entries ?? []),
    original: originalOf(article, words),
    linkTo: linkOf(article, words),
  };
}

function overlineOf(parts: readonly (string | undefined)[], section: string): string {
  const told = parts.filter((word) => word && word !== section);
  return [...new Set(told)].join(' · ');
}

function namesOf(
  { authors: ids, contributors }: ArticleTexts,
  { words, outlet, lang }: EditionContext,
  authors: ReadonlyMap<string, Pick<Author, 'name'>>,
): Pick<ArticleView, 'byline' | 'contributors'> {
  const named = (id: string): ShownName => ({
    name: localized(authors.get(id)?.name, lang, outlet) || id,
    author: id,
  });
  const newsroom = words.newsroom === '' ? [] : [{ name: words.newsroom }];
  return {
    byline: ids.length > 0 ? ids.map(named) : newsroom,
    contributors: contributors.map((contributor) => ({
      role: words.roles[contributor.role],
      who: 'author' in contributor ? named(contributor.author) : { name: contributor.name },
    })),
  };
}

function timeOf(
  at: string | undefined,
  { edition, outlet }: EditionContext,
): ShownTime | undefined {
  return at === undefined ? undefined : { at, text: dateAndTime(at, edition, outlet) };
}

function warningsOf({ contentWarnings }: ArticleTexts, words: Words): ArticleView['warnings'] {
  if (contentWarnings.length === 0) return undefined;
  const told = contentWarnings.map(({ warning }) => words.warnings[warning]);
  const notes = contentWarnings.map(({ note }) => note).filter(Boolean);
  return {
    title: `${words.contentWarning}: ${told.join(`${words.comma} `)}.`,
    notes: notes.join(' '),
  };
}

function leadOf({ leadImage }: ArticleTexts, words: Words): ShownLead | undefined {
  if (leadImage === undefined) return undefined;
  const { file, caption, licence, source } = leadImage;
  const { alt, credit } = leadWords(leadImage, words);
  return {
    ...{ file, alt, caption, credit, licence },
    source: source === undefined ? undefined : { url: source, host: hostOf(source) },
  };
}

/** What stands for a lead picture, and who made it; an article that was imported may know neither, and says so. */
export function leadWords(
  { alt, decorative, credit }: Pick<LeadImage, 'alt' | 'decorative' | 'credit'>,
  words: Pick<Words, 'undescribed' | 'uncredited'>,
): { alt: string; credit: string } {
  return {
    alt: alt ?? (decorative ? '' : words.undescribed),
    credit: credit ?? words.uncredited,
  };
}

/** What an article says of its own changes. */
function changesOf(
  article: ArticleTexts,
  { words, edition, outlet }: EditionContext,
): Pick<ArticleView, 'corrections' | 'corrected' | 'noteTitle' | 'withdrawn'> {
  const dayOf = (at: string) => longDate(at, edition, outlet);
  const last = article.corrections.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  const place = last && correctionPlace(last.kind);
  const label =
    last && (place === 'corrections' ? words.corrected : words.correctionKinds[last.kind]);
  // A note without a time of its own was there from the beginning.
  const noteAt = article.editorsNoteAt ?? article.publishedAt;
  const withdrawnAt = article.updatedAt ?? article.publishedAt;
  return {
    corrections: article.corrections.map(({ kind, at, text }) => ({
      place: correctionPlace(kind),
      kind: words.correctionKinds[kind],
      day: { at, text: dayOf(at) },
      text,
    })),
    corrected: last && place && { place, text: `${label}: ${dayOf(last.at)}` },
    noteTitle: article.editorsNote
      ? [words.editorsNote, ...(noteAt === undefined ? [] : [dayOf(noteAt)])].join(
          `${words.comma} `,
        )
      : undefined,
    withdrawn:
      withdrawnAt === undefined
        ? ''
        : endOnce(fillWord(words.withdrawn, { date: dayOf(withdrawnAt) })),
  };
}

function newestFirst(entries: readonly LiveEntry[]): LiveEntry[] {
  return entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
}

function originalOf({ original, lang }: ArticleTexts, words: Words): ArticleView['original'] {
  if (original === undefined) return undefined;
  const { publisher, url, licence } = original;
  const label = fillSet(words.firstPublished, { publisher }, lang);
  return { label, url, host: hostOf(url), licence };
}

function linkOf({ linkTo, lang }: ArticleTexts, words: Words): ArticleView['linkTo'] {
  if (linkTo === undefined) return undefined;
  const { publisher, url } = linkTo;
  return { label: fillSet(words.readAt, { publisher }, lang), url, host: hostOf(url) };
}

/** In the room an address may be half written. */
const hostOf = (url: string): string => URL.parse(url)?.hostname ?? url;
