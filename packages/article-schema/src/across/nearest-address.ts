import { distance, slipsAllowed } from '../explain/nearest.ts';

/** Parts of an address beyond which nothing is guessed: the site's own have five at most. */
const PARTS_MAX = 8;
/** UTF-16 code units of a part that are compared. */
const PART_MAX = 100;

/**
 * The address that a wrong one most probably meant, or undefined where none is close. Addresses are
 * compared part by part, without “.html”: what all have in common makes none of them nearer. A part
 * may hold slips of the pen; the date of an article may be another where its name is the same.
 */
export function nearestAddress(address: string, candidates: Iterable<string>): string | undefined {
  const wanted = partsOf(address);
  if (wanted.length > PARTS_MAX) return undefined;
  let best: { candidate: string; slips: number } | undefined;
  for (const candidate of candidates) {
    const slips = slipsBetween(wanted, partsOf(candidate));
    if (slips < (best?.slips ?? Infinity)) best = { candidate, slips };
  }
  return best?.candidate;
}

const partsOf = (address: string): string[] =>
  address
    .toLowerCase()
    .replace(/\.html?$/, '')
    .split('/')
    .map((part) => part.slice(0, PART_MAX));

/** Infinity where one part is too far from its like. */
function slipsBetween(wanted: readonly string[], parts: readonly string[]): number {
  if (parts.length !== wanted.length) return Infinity;
  const sameName = parts.at(-1) === wanted.at(-1);
  let slips = 0;
  for (const [index, part] of parts.entries()) {
    slips += slipsIn(wanted[index] ?? '', part, sameName);
    if (slips === Infinity) break;
  }
  return slips;
}

function slipsIn(wanted: string, part: string, sameName: boolean): number {
  if (wanted === part) return 0;
  const allowed = sameName && isNumber(wanted) && isNumber(part) ? 4 : slipsAllowed(wanted.length);
  if (Math.abs(part.length - wanted.length) > allowed) return Infinity;
  const slips = distance(wanted, part);
  return slips <= allowed ? slips : Infinity;
}

const isNumber = (part: string): boolean => /^\d+$/.test(part);
