import {
  CONTENT_WARNINGS,
  CONTRIBUTOR_ROLES,
  CORRECTION_KINDS,
  KINDS,
} from '@tamizdat/article-schema';
import type { ArticleTexts } from '@tamizdat/render';

/** What a form holds, as its editor wrote it: nothing of it was checked. */
export type Fields = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const filled = (value: unknown): string | undefined => textOf(value) || undefined;
const timeOf = (value: unknown): string | undefined =>
  Number.isNaN(Date.parse(textOf(value))) ? undefined : textOf(value);
const recordsOf = (value: unknown): Fields[] =>
  Array.isArray(value)
    ? value.filter((item): item is Fields => typeof item === 'object' && item !== null)
    : [];
const namesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter(Boolean) : [];
const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value);

/** What is shown of an article whose form may be half filled in: what cannot be shown yet is left out. */
export function articleOfFields(fields: Fields, lang: string): ArticleTexts {
  return {
    lang,
    kind: oneOf(KINDS, fields['kind']) ?? 'news',
    section: textOf(fields['section']),
    title: textOf(fields['title']),
    kicker: filled(fields['kicker']),
    standfirst: filled(fields['standfirst']),
    dateline: filled(fields['dateline']),
    authors: namesOf(fields['authors']),
    tags: namesOf(fields['tags']),
    contributors: recordsOf(fields['contributors']).flatMap(contributorOf),
    contentWarnings: recordsOf(fields['contentWarnings']).flatMap((item) => {
      const warning = oneOf(CONTENT_WARNINGS, item['warning']);
      return warning ? [{ warning, note: filled(item['note']) }] : [];
    }),
    corrections: recordsOf(fields['corrections']).flatMap((item) => {
      const kind = oneOf(CORRECTION_KINDS, item['kind']);
      const at = timeOf(item['at']);
      return kind && at ? [{ kind, at, text: textOf(item['text']) }] : [];
    }),
    sources: recordsOf(fields['sources']).map(({ id, title, url, archivedUrl }) => ({
      id: textOf(id),
      title: textOf(title),
      url: filled(url),
      archivedUrl: filled(archivedUrl),
    })),
    publishedAt: timeOf(fields['publishedAt']),
    updatedAt: timeOf(fields['updatedAt']),
    editorsNote: filled(fields['editorsNote']),
    editorsNoteAt: timeOf(fields['editorsNoteAt']),
    leadImage: leadOf(fields['leadImage']),
    live: {
      entries: recordsOf((fields['live'] as Fields | undefined)?.['entries']).flatMap(entryOf),
    },
    original: originalOf(fields['original']),
    linkTo: linkOf(fields['linkTo']),
  };
}

function contributorOf({ role, author, name }: Fields): ArticleTexts['contributors'] {
  const known = oneOf(CONTRIBUTOR_ROLES, role);
  if (known === undefined) return [];
  return textOf(author) === ''
    ? [{ role: known, name: textOf(name) }]
    : [{ role: known, author: textOf(author) }];
}

function leadOf(value: unknown): ArticleTexts['leadImage'] {
  const { file, alt, caption, credit, licence, source } = (value ?? {}) as Fields;
  if (textOf(file) === '') return undefined;
  return {
    file: textOf(file),
    alt: filled(alt),
    caption: filled(caption),
    credit: textOf(credit),
    licence: filled(licence),
    source: filled(source),
  };
}

function entryOf({
  id,
  at,
  title,
  body,
  pinned,
}: Fields): NonNullable<ArticleTexts['live']>['entries'] {
  const time = timeOf(at);
  if (time === undefined) return [];
  return [
    { id: textOf(id), at: time, title: textOf(title), body: textOf(body), pinned: pinned === true },
  ];
}

function originalOf(value: unknown): ArticleTexts['original'] {
  const { publisher, url, licence } = (value ?? {}) as Fields;
  if (textOf(url) === '') return undefined;
  return { publisher: textOf(publisher), url: textOf(url), licence: textOf(licence) };
}

function linkOf(value: unknown): ArticleTexts['linkTo'] {
  const { publisher, url } = (value ?? {}) as Fields;
  return textOf(url) === '' ? undefined : { publisher: textOf(publisher), url: textOf(url) };
}
