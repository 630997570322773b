import { ENDINGS, FILES, KNOWN_FILE } from './endings.ts';

/** A letter of a name, and what may stand unseen among them. */
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Cf}-]`;
/** A dot between names, as it is, as other scripts have it, or hidden from programs: `[.]`, `(dot)`. */
const DOT = String.raw`(?:[.\u3002\uFF0E\uFF61]|[[({](?:[.]|dot|точка)[\])}])`;
/** What leads to a place without the name of a host: mail, calls, shared files. */
const OWN_SCHEMES = 'mailto|magnet|xmpp|tel|sip|ipfs|ipns|dweb';
const TAIL = String.raw`[^\s<>"«»“”]`;

/**
 * What may be an address: with a scheme or `www.`, of mail, a name at a messenger (`@name`), the hash of a shared file (IPFS),
 * or words with dots between them and what stands behind a slash or a colon. Letters that nobody sees may stand among the
 * others.
 */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}\[?:\]?\/\/|www\.|(?:${OWN_SCHEMES}):)${TAIL}+`,
    String.raw`(?<![\p{L}\p{N}._+-])@?[\p{L}\p{N}._+-]{1,64}(?:@|\s?[[(](?:at|собака)[\])]\s?)[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{1,63}){1,8}`,
    String.raw`(?<![\p{L}\p{N}._+@/-])@[a-z\d_][\w.]{2,40}`,
    String.raw`(?<![\p{L}\p{N}])(?:bafy[a-z2-7]{50,60}|Qm[1-9A-HJ-NP-Za-km-z]{44}|k51[a-z\d]{50,64})(?![\p{L}\p{N}])(?:\/${TAIL}*)?`,
    String.raw`(?<![\p{L}\p{N}\p{M}\p{Cf}-])(?:[\p{L}\p{N}]${LETTER}{0,80}${DOT}){1,8}[\p{L}\p{N}]${LETTER}{0,62}(?![\p{L}\p{N}(@])(?::\d{1,5})?(?:[/?#]${TAIL}*)?`,
  ].join('|'),
  'giu',
);
/** What closes a sentence, or a quotation, is no part of an address. */
const CLOSING = /(?:&(?:gt|lt|quot|#39);|[.,;:!?)\]’'…]){1,8}$/u;
const UNSEEN = /\p{Cf}/gu;
const DOTS = new RegExp(DOT, 'giu');
const SENTENCE = /^(?:[A-Z][a-z]|[А-ЯЁ][а-яё]+)$/;
const QUAD = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Names of two small Latin letters and more, the last of letters alone. */
const SMALL_NAMES = /^(?=.*[a-z]{2})(?:[a-z\d-]{2,63}\.){1,8}[a-z]{2,}$/;

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
  for (const { 0: match, index } of text.matchAll(CANDIDATE))
    if (isAddress(match, hosts))
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

/** Whether a candidate is an address: words with dots between them may be Node.js, readme.md or 3.5. */
function isAddress(candidate: string, hosts: readonly string[]): boolean {
  if (/^(?:[^/?#]*:\]?\D|www\.|@)|^[^/?#]*(?:@|[[(](?:at|собака)[\])])/iu.test(candidate))
    return true;
  const plain = candidate.replace(UNSEEN, '').replace(DOTS, '.');
  const [host = ''] = plain.split(/[/?#:]/, 1);
  // A hash.
  if (!host.includes('.')) return true;
  return hosts.length > 0 && isUnder(host, hosts) ? true : isHost(host, plain);
}

/** Whether it is one of the hosts, or below one. */
function isUnder(host: string, hosts: readonly string[]): boolean {
  const name = asciiHost(host);
  return hosts.some((known) => name === known || name.endsWith(`.${known}`));
}

/** A host as browsers write it: `xn--` for letters of other scripts. */
function asciiHost(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host.toLowerCase();
  }
}

function isHost(host: string, plain: string): boolean {
  if (QUAD.test(host)) return true;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  const small = ending.toLowerCase();
  if (FILES.has(small) || KNOWN_FILE.test(host)) return false;
  // A sentence that begins without a space before it: “home.It”.
  if (SENTENCE.test(ending)) return false;
  if (ENDINGS.has(small) || small.startsWith('xn--')) return true;
  // With an ending that is not known here: as hosts are written, or with a path behind it.
  return SMALL_NAMES.test(host) || (/^[a-z]{2,}$/.test(small) && /^[^/?#]*\/./.test(plain));
}
