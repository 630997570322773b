import { buildCountText, type CountForms } from './count-forms.ts';
import type { SearchParts } from './search-parts.ts';
import type { TierWalk } from './tier-walk.ts';

/** How many results there are; where tiers are left, how many at least, and from which day on (`@`) they were looked for. */
export function buildStatusText(
  walk: Pick<TierWalk, 'found' | 'isWhole' | 'since'>,
  { status, language, locale }: Pick<SearchParts, 'status' | 'language' | 'locale'>,
): string {
  const count = walk.found.length;
  if (walk.isWhole) return buildCountText(count, language, readForms(status, 'count'));
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const text = buildCountText(count, language, readForms(status, 'least'));
  return text.replace('@', day.format(new Date(walk.since)));
}

function readForms({ dataset }: HTMLElement, kind: 'count' | 'least'): CountForms {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((category) => [
    category,
    dataset[kind + category.charAt(0).toUpperCase() + category.slice(1)],
  ]);
  return Object.fromEntries(forms) as CountForms;
}
