import { articleAddress } from '@tamizdat/archive';
import type { ShownArticle } from './load-shown.ts';

/** Who wrote it and who else took part, where from, and when it appeared and was changed, a line each. */
export function namesAndDate({ view, context }: ShownArticle): string[] {
  const { words } = context;
  const names = view.byline.map(({ name }) => name).join(`${words.comma} `);
  const updated = view.updated ? ` (${words.updated} ${view.updated.text})` : '';
  return [
    [names, view.dateline].filter(Boolean).join(' · '),
    ...view.contributors.map(({ role, who }) => `${role}: ${who.name}`),
    view.published ? `${view.published.text}${updated}` : '',
  ].filter((line) => line !== '');
}

/** Whose article it is, and the address where it stands. */
export function sourceOf(
  { article, context }: ShownArticle,
  base: string,
): { name: string; url: string } {
  const { outlet, lang } = context;
  return {
    name: outlet.name[lang] ?? '',
    url: new URL(articleAddress(article.address), base).href,
  };
}
