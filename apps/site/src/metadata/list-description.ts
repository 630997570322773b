import type { Article } from '@tamizdat/article-schema';
import { DESCRIPTION_MAX } from './limits.ts';

/** What a list without words of its own is about: its first headlines, as many as search engines show. */
export function describeList(articles: readonly Pick<Article, 'title'>[]): string {
  let description = '';
  for (const { title } of articles) {
    const longer = description === '' ? title : `${description} · ${title}`;
    if (description !== '' && longer.length > DESCRIPTION_MAX) break;
    description = longer;
  }
  return description;
}

/** The beginning of a text, to the end of its last sentence that fits, or else of a word. */
export function describeText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= DESCRIPTION_MAX) return plain;
  const cut = plain.slice(0, DESCRIPTION_MAX + 1);
  const [sentences] = /^.*[.!?…](?= )/u.exec(cut) ?? [];
  const space = cut.lastIndexOf(' ');
  return sentences ?? `${cut.slice(0, space > 0 ? space : DESCRIPTION_MAX)}…`;
}
