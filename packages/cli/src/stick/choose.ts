import type { Archive } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { chooseLanguages } from '../take-along/choose-languages.ts';
import { parseYears } from './arguments.ts';

/** Articles of one language, newest first; at least one. */
export interface Chosen {
  lang: string;
  articles: readonly Article[];
}

/**
 * The listed articles of the years and languages that are asked for: no draft, nothing under embargo, nothing withdrawn or
 * removed. A language without any is left out.
 * @throws UsageError where there are none at all
 */
export async function choose(
  door: Archive,
  { years, lang }: { years?: string | undefined; lang?: string | undefined },
): Promise<Chosen[]> {
  const isMeant = parseYears(years);
  const langs = chooseLanguages((await door.outlet()).languages, lang);
  const all = await Promise.all(
    langs.map(async (code) => ({ lang: code, articles: await door.latest(code) })),
  );
  const chosen = all
    .map(({ lang: code, articles }) => ({
      lang: code,
      articles: articles.filter(({ address }) => isMeant?.(address.year) ?? true),
    }))
    .filter(({ articles }) => articles.length > 0);
  if (chosen.length === 0) throw new UsageError(describeNothing(all, years));
  return chosen;
}

/** Years of which there are articles, oldest first. */
export const yearsOf = (chosen: readonly Chosen[]): string[] =>
  [
    ...new Set(chosen.flatMap(({ articles }) => articles.map(({ address }) => address.year))),
  ].sort();

function describeNothing(all: readonly Chosen[], years: string | undefined): string {
  const langs = all.map(({ lang }) => lang).join(', ');
  const known = yearsOf(all).join(', ') || '—';
  const span = years === undefined ? '' : ` ${years}`;
  return say({
    en: `Nothing was published${span && ` in${span}`} (${langs}): there is nothing to take along, and nothing was written. Years with articles: ${known}.`,
    ru: `${span ? `За${span} ничего` : 'Ничего'} не опубликовано (${langs}): взять с собой нечего, ничего не записано. Годы, за которые есть статьи: ${known}.`,
  });
}
