import { fragmentOf, type Survey } from './survey.ts';

/** A chapter as links meet it. */
export interface LinkTarget {
  /** Its file in the book. */
  file: string;
  /** Where it stands on the network; absent where it stands nowhere. */
  address?: string | undefined;
  survey: Survey;
}

export interface LinkContext {
  /** The chapter in which the link stands. */
  here: LinkTarget;
  chapters: readonly LinkTarget[];
  /** Whether links may lead out of the book. */
  links: boolean;
}

/** What links out of a book may begin with: what a reading program hands to another, without any script. */
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * Where a link leads in the book: to a place in its chapter, to another chapter that the book holds, or out of it.
 * @returns undefined where it leads nowhere
 */
export function resolveLink(
  href: string,
  { here, chapters, links }: LinkContext,
): string | undefined {
  const [before = ''] = href.split('#', 1);
  const target = before === '' ? here : chapters.find(({ address }) => address === before);
  if (target === undefined) return links ? resolveOutside(href) : undefined;
  const id = href.includes('#') ? target.survey.ids.get(fragmentOf(href)) : undefined;
  if (target !== here) return id === undefined ? target.file : `${target.file}#${id}`;
  return id === undefined ? undefined : `#${id}`;
}

function resolveOutside(href: string): string | undefined {
  const url = URL.parse(href);
  return url !== null && SCHEMES.includes(url.protocol) ? url.href : undefined;
}
