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
  const _slug = slugOf(titleOf(data)) ?? 'untitled';
  if (!collection.startsWith('articles-')) return { _slug };
  const [_year = '', _month = '', _day = ''] = dayIn(now, timeZone).split('-');
  return { id, _year, _month, _day, _slug };
}

/** A headline, or of a name in several languages the first that can be written in Latin letters. */
function titleOf({ title, name }: Readonly<Record<string, unknown>>): string {
  if (typeof title === 'string') return title;
  const names = typeof name === 'object' && name !== null ? (name as Record<string, unknown>) : {};
  const given = [names['en'], ...Object.values(names)].filter((value) => typeof value === 'string');
  return given.find((value) => value !== '') ?? '';
}

/** Path of a new article’s file, as the fields of `placeEntry` give it, relative to the content folder. */
export function articlePath(lang: string, place: Readonly<Record<string, string>>): string {
  const { _year = '', _month = '', _day = '', _slug = '' } = place;
  return `articles/${lang}/${_year}/${_month}/${_day}-${_slug}/index.md`;
}
