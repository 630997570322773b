import {
  type Article,
  type Carried,
  CARRIED_FIELDS,
  CARRIED_MAX,
  type CarriedField,
} from '@tamizdat/article-schema';

/**
 * The fields of an article that another system has no place for, as JSON.
 * @returns undefined where there is more of them than a system keeps
 */
export function buildCarried(article: Article): string | undefined {
  const fields = CARRIED_FIELDS.flatMap((name): [CarriedField, unknown][] =>
    isEmpty(article[name]) ? [] : [[name, article[name]]],
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
