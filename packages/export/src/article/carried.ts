import {
  type Article,
  type Carried,
  CARRIED_FIELDS,
  CARRIED_MAX,
  type CarriedField,
} from '@tamizdat/article-schema';

/** What stands in another field of the system as it is. */
const HELD: ReadonlySet<CarriedField> = new Set(['title', 'standfirst']);

/**
 * The fields of an article that another system has no place for, as JSON.
 * @param cut Fields that the system holds in part alone.
 * @returns undefined where there is more of them than a system keeps
 */
export function buildCarried(
  article: Article,
  cut: readonly CarriedField[] = [],
): string | undefined {
  const fields = CARRIED_FIELDS.filter((name) => !HELD.has(name) || cut.includes(name)).flatMap(
    (name): [CarriedField, unknown][] => (isEmpty(article[name]) ? [] : [[name, article[name]]]),
  );
  const { id, lang, address } = article;
  const carried: Carried = {
    version: 1,
    id,
    lang,
    slug: address.slug,
    fields: Object.fromEntries(fields),
  };
  const text = JSON.stringify(carried);
  return text.length > CARRIED_MAX ? undefined : text;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === true || (Array.isArray(value) && value.length === 0);

/** Whether another system keeps all of these fields. */
export const isCarried = (article: Article): boolean => buildCarried(article) !== undefined;
