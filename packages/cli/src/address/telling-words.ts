import type { Outlet } from '@tamizdat/article-schema';
import { latinWords } from '@tamizdat/body';

/** Letters of a word from which it tells whose a name is; shorter ones are found in every other name. */
const MIN_LETTERS = 4;

/** Words that tell whose a name is: those of the outlet’s name in each language, and of its domains, in Latin letters. */
export function tellingWords({
  name,
  origin,
  tagAuthority,
}: Pick<Outlet, 'name' | 'origin' | 'tagAuthority'>): string[] {
  const domains = [new URL(origin).hostname, tagAuthority.domain];
  const named = Object.entries(name).flatMap(([language, text]) => latinWords(text, language));
  const parts = domains.flatMap((domain) => domain.split('.').slice(0, -1));
  const words = [...named, ...parts].flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/));
  return [...new Set(words)].filter((word) => word.length >= MIN_LETTERS);
}

/** Whether a name tells whose it is. */
export function isTelling(label: string, words: readonly string[]): boolean {
  const letters = label.replaceAll('-', '');
  return words.some((word) => letters.includes(word));
}
