import type { InBoth } from '@tamizdat/problem';

/** Edit distance with transposed neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** How many slips of the pen a word of this length may hold and still be known. */
export const slipsAllowed = (length: number): number => Math.max(1, Math.floor(length / 3));

/** The candidate a writer most probably meant, or undefined where none is close. Case is ignored. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 100).toLowerCase();
  const limit = slipsAllowed(wanted.length);
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps <= limit && (best === undefined || steps < best.steps)) best = { candidate, steps };
  }
  return best?.candidate;
}

/** “Did you mean …? ” with a space after it, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): InBoth {
  return toldGuess(nearest(word, candidates));
}

/** A word that was probably meant, as a question with a space after it; nothing where there is none. */
export function toldGuess(meant: string | undefined): InBoth {
  return meant === undefined
    ? { en: '', ru: '' }
    : { en: `Did you mean “${meant}”? `, ru: `Вы имели в виду «${meant}»? ` };
}
