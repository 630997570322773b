import type { Outlet } from '@tamizdat/article-schema';

/** Letters of a word below which it would be found in every other address. */
const MIN_LETTERS = 4;

/**
 * Finds addresses that themselves tell whose they are: the outlet's name or a part of its own domain stands in them.
 * Names that say it in another way, or in another alphabet, are not found.
 */
export function findTelling(
  bases: readonly string[],
  { name, origin, tagAuthority }: Pick<Outlet, 'name' | 'origin' | 'tagAuthority'>,
): string[] {
  const domains = [new URL(origin).hostname, tagAuthority.domain];
  const words = [
    ...Object.values(name),
    // The last label is everybody's.
    ...domains.flatMap((domain) => domain.split('.').slice(0, -1)),
  ].map(lettersOf);
  const telling = words.filter((word) => word.length >= MIN_LETTERS);
  return bases.filter((base) => telling.some((word) => lettersOf(base).includes(word)));
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
