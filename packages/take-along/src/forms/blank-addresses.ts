import { ADDRESSES, GROUPS, NAMES } from './address-patterns.ts';
import { isIpv6, isNamedAddress } from './is-address.ts';

/** What closes a sentence, or a quotation, is no part of an address. */
const CLOSING = /(?:&(?:gt|lt|quot|#39);|[.,;:!?)\]’'…]){1,8}$/u;

/** Stands where an address stood: the same in every language. */
const GAP = '[…]';

/**
 * Puts a gap where a text spells out an address. For browsers too.
 * @param hosts The outlet’s own and its mirrors’: known whatever they end in, and so are names below them
 */
export const blankAddresses = (text: string, hosts: readonly string[] = []): string =>
  blankAcross([text], hosts)[0] ?? '';

/** The same for a text that stands in pieces, as words with emphasis do: an address may begin in one and end in another. */
export function blankAcross(texts: readonly string[], hosts: readonly string[] = []): string[] {
  const found = findAddresses(texts.join(''), hosts);
  let start = 0;
  return texts.map((text) => {
    const blanked = blankPiece(text, start, found);
    start += text.length;
    return blanked;
  });
}

type Range = readonly [start: number, end: number];

function findAddresses(text: string, hosts: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const find = (pattern: RegExp, isOne: (match: string, behind: string) => boolean): void => {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const end = index + match.length;
      if (isOne(match, text.slice(end, end + 2)))
        ranges.push([index, end - (CLOSING.exec(match)?.[0].length ?? 0)]);
    }
  };
  for (const pattern of ADDRESSES) find(pattern, () => true);
  find(GROUPS, isIpv6);
  find(NAMES, (match, behind) => isNamedAddress(match, { behind, hosts }));
  return joined(ranges);
}

/** Ranges that overlap or touch, as one. */
function joined(ranges: Range[]): Range[] {
  const whole: [start: number, end: number][] = [];
  for (const [start, end] of ranges.sort(([one], [other]) => one - other)) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}

function blankPiece(text: string, start: number, found: readonly Range[]): string {
  const end = start + text.length;
  let blanked = '';
  let done = start;
  for (const [from, to] of found) {
    if (to <= start || from >= end) continue;
    blanked += text.slice(done - start, Math.max(from - start, 0)) + (from < start ? '' : GAP);
    done = Math.min(to, end);
  }
  return blanked + text.slice(done - start);
}
