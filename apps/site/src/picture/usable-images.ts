import type { BodyFacts } from '@tamizdat/body';

/**
 * File names of the pictures that a text may show, each once. What the page would drop (a path, another host) is
 * left out here too: it must neither be read nor end up in the tree.
 */
export function usableImages({ images }: Pick<BodyFacts, 'images'>): string[] {
  return [
    ...new Set(images.filter(({ refused }) => refused === undefined).map(({ file }) => file)),
  ];
}
