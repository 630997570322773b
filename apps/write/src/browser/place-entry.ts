import { slugOf } from '@tamizdat/article-schema';
import { dayIn } from '../time/zoned-time.ts';

/** Where and when an entry is made. */
export interface NewPlace {
  collection: string;
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
  /** A new ULID. */
  id: string;
}

/** The fields, beginning with `_`, of which Decap makes a new entry’s path; an article’s id as well. Pure. */
export function placeEntry(
  data: Readonly<Record<string, unknown>>,
  { collection, timeZone, now, id }: NewPlace,
): Record<string, string> {
  const _slug = slugOf(...titleOf(data)) ?? 'untitled';
  if (!collection.startsWith('articles-')) return { _slug };
  const [_year = '', _month = '', _day = ''] = dayIn(now, timeZone).split('-');
  return { id, _year, _month, _day, _slug };
}

/** A headline, or of a name in several languages the English one or the first; with its language. */
function titleOf({ title, lang, name }: Readonly<Record<string, unknown>>): [string, string?] {
  if (typeof title === 'string') return typeof lang === 'string' ? [title, lang] : [title];
  const names = typeof name === 'object' && name !== null ? Object.entries(name) : [];
  const given = names.filter(
    (one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '',
  );
  const [code, called = ''] = given.find(([each]) => each === 'en') ?? given[0] ?? [];
  return code === undefined ? [called] : [called, code];
}

/** Path of a new article’s file, as the fields of `placeEntry` give it, relative to the content folder. */
export function articlePath(lang: string, place: Readonly<Record<string, string>>): string {
  const { _year = '', _month = '', _day = '', _slug = '' } = place;
  return `articles/${lang}/${_year}/${_month}/${_day}-${_slug}/index.md`;
}
