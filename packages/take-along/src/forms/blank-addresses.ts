import { ENDINGS, FILES, KNOWN_FILE } from './endings.ts';

/**
 * What may be an address: with a scheme or `www.`, of mail, or words with dots between them and what stands behind a slash
 * or a colon. Letters that nobody sees may stand among the others.
 */
const CANDIDATE =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|(?:mailto|magnet|xmpp|tel|sip):)[^\s<>"«»“”]+|(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}|(?<![\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060-])(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060-]{0,80}\.){1,8}[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060-]{0,62}(?![\p{L}\p{N}(@])(?::\d{1,5})?(?:[/?#][^\s<>"«»“”]*)?/giu;
/** What closes a sentence, or a quotation, is no part of an address. */
const CLOSING = /(?:&(?:gt|lt|quot|#39);|[.,;:!?)\]’'…]){1,8}$/u;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060]/g;
const SENTENCE = /^(?:[A-Z][a-z]|[А-ЯЁ][а-яё]+)$/;
const QUAD = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Stands where an address stood: the same in every language. */
const GAP = '[…]';

/** Puts a gap where a text spells out an address. For browsers too. */
export const blankAddresses = (text: string): string => blankAcross([text])[0] ?? '';

/** The same for a text that stands in pieces, as words with emphasis do: an address may begin in one and end in another. */
export function blankAcross(texts: readonly string[]): string[] {
  const found = findAddresses(texts.join(''));
  let start = 0;
  return texts.map((text) => {
    const blanked = blankPiece(text, start, found);
    start += text.length;
    return blanked;
  });
}

type Range = readonly [start: number, end: number];

function findAddresses(text: string): Range[] {
  const ranges: Range[] = [];
  for (const { 0: match, index } of text.matchAll(CANDIDATE))
    if (isAddress(match))
      ranges.push([index, index + match.length - (CLOSING.exec(match)?.[0].length ?? 0)]);
  return ranges;
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

/** Whether words with dots between them are a host: Node.js, readme.md and 3.5 are none. */
function isAddress(candidate: string): boolean {
  if (/^(?:[^/?#]*:\D|www\.)|^[^/?#]*@/iu.test(candidate)) return true;
  const [host = ''] = candidate.replace(UNSEEN, '').split(/[/?#:]/, 1);
  if (QUAD.test(host)) return true;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  const small = ending.toLowerCase();
  if (FILES.has(small) || KNOWN_FILE.test(host)) return false;
  // A sentence that begins without a space before it: “home.It”.
  if (SENTENCE.test(ending)) return false;
  if (ENDINGS.has(small) || small.startsWith('xn--')) return true;
  return /^[a-z]{2,}$/.test(small) && /^[^/?#]*\/./.test(candidate);
}
