import type { Link, PhrasingContent } from 'mdast';
import { FOOTNOTE_ID_MAX } from '../limits.ts';
import { startOf, textBetween } from './nodes.ts';

const SCHEME = /^(?:https?:\/\/|www(?:\.|$))/i;
/**
 * Where a typed address ends at once: marks that no address holds unencoded, the dash of a sentence, a note’s reference,
 * two brackets of a link, and what makes it a possessor, but for a title of a wiki: “/wiki/McDonald's”; others’ names are people’s more often: “t.me/Navalny's post”.
 */
const NEVER =
  /["`<>\\|\s\u2014\u2015\u2e3a\u2e3b]|\[\^|\)!?\[|\]\(|(?<!\/(?:wiki\/(?:[^\s/]{0,99}[_-])?|[^\s/]{0,99}_)\p{Lu}[\p{L}\p{M}]{0,40})['\u2019]s(?![\p{L}\p{M}\p{N}_/%+&=#-]|[.?][\p{L}\p{N}])/u;
/** What no host holds (RFC 3986, 3.2; of other marks what IDNA 2008 allows, and what nobody sees). */
const NO_HOST =
  /[^\p{L}\p{M}\p{Nd}.:@[\]_%\u00b7\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff-]/u;
/** In the name of a highest domain a hyphen stands in its encoded form alone: “https://example.org-like”. */
const PAST_DOMAIN = /\.(?!xn--)[^.:@[\]-]+(-[^.:@[\]]*)$/i;
/** Punctuation beyond ASCII, of any script; a dash between years, and an apostrophe or a dot inside a word, may stand in a path. */
const PUNCTUATION = /(?![!-~\u00b7])[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]/u;
const WORD = /[\p{L}\p{N}]/u;
/**
 * Marks of the sentence at an address’s end (GFM 6.9, and quotation marks, dashes, marks of direction and others that nobody
 * sees). No underscore: names of people and of films end with it, and what it emphasises the parser has taken.
 */
const TRAILING =
  /[?!.,:;*~'\u2019\u00b4\u2013\u2014\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/;
const BRACKETS = { ')': '(', ']': '[', '}': '{' };
/** A character reference of HTML, which GFM leaves out of an address. */
const REFERENCE = /&#?[a-z0-9]{1,30};$/i;
const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“',
  '‘': '’',
  '‹': '›',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
  '《': '》',
};

/** Whether the parser made a link of a typed address, without brackets of any kind. */
export function isBare(node: Link, source: string): boolean {
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0 || !SCHEME.test(only.value)) return false;
  return node.position === undefined || source.startsWith(only.value, startOf(node));
}

/** Length of the address at the beginning of `written`, without the marks that close around it; in UTF-16 code units. */
export function addressLength(written: string): number {
  let end = closingMark(written);
  const surplus = surplusBrackets(written.slice(0, end));
  for (;;) {
    const last = written[end - 1] ?? '';
    const reference =
      last === ';' && REFERENCE.exec(written.slice(Math.max(0, end - 33), end))?.[0];
    const left = surplus.get(last) ?? 0;
    if (reference) end -= reference.length;
    else if (left > 0) {
      surplus.set(last, left - 1);
      end -= 1;
    } else if (TRAILING.test(last)) end -= 1;
    else return end;
  }
}

/** How many more brackets of a kind close than open. */
function surplusBrackets(address: string): Map<string, number> {
  const count = (mark: string): number => address.split(mark).length - 1;
  return new Map(Object.entries(BRACKETS).map(([end, start]) => [end, count(end) - count(start)]));
}

function closingMark(written: string): number {
  const never = written.search(NEVER);
  const limit = Math.min(never === -1 ? written.length : never, hostEnd(written));
  for (let at = 0; at < limit; at += 1) {
    const mark = written[at] ?? '';
    if (!PUNCTUATION.test(mark)) continue;
    const partner = written.indexOf(PAIRS[mark] ?? '\n', at);
    if (partner !== -1 && partner < limit) at = partner;
    else if (mark !== '’' || !WORD.test(written[at + 1] ?? '') || !WORD.test(written[at - 1] ?? ''))
      return at;
  }
  return limit;
}

/** Where the host ends, if something follows that neither it nor an address behind it begins with; else infinite. */
function hostEnd(written: string): number {
  const start = /^(?:https?:\/\/)?/i.exec(written)?.[0].length ?? 0;
  const end = written.slice(start).search(NO_HOST);
  const host = end === -1 ? written.slice(start) : written.slice(start, start + end);
  const past = PAST_DOMAIN.exec(host)?.[1];
  if (past !== undefined) return start + host.length - past.length;
  return end === -1 || /[/?#]/.test(written[start + end] ?? '') ? Infinity : start + end;
}

/** An address that leads to a host; “http://…” is a word. */
const hasHost = (address: string): boolean =>
  /^(?:https?:\/\/)?[^/?#]*[\p{L}\p{N}]/iu.test(address) &&
  URL.canParse(/^www\./i.test(address) ? `http://${address}` : address) &&
  !/^www\.?$/i.test(address);

const NOTE = new RegExp(`\\[\\^([^\\]\\[\\s^\\\\]{1,${String(FOOTNOTE_ID_MAX)}})\\]`, 'g');

/** What follows an address: text, in which references to notes are references. */
function textAndNotes(text: string, start: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: written, 1: id = '', index } of text.matchAll(NOTE)) {
    nodes.push(textBetween(text.slice(end, index), start + end, start + index));
    end = index + written.length;
    const { position } = textBetween('', start + index, start + end);
    const note = { type: 'footnoteReference', identifier: id.toLowerCase(), label: id } as const;
    nodes.push({ ...note, ...(position && { position }) });
  }
  return [...nodes, textBetween(text.slice(end), start + end, start + text.length)];
}

/** What an address is followed by, as nodes, and how much of the text behind the link belongs to it. */
export interface ClosedAddress {
  nodes: PhrasingContent[];
  /** UTF-16 code units of the text behind. */
  taken: number;
}

/**
 * A typed address and what the parser took for a part of it: GFM ends one at white space, and readers would follow
 * “https://example.org/report»”. One that has no host is text. `next` is what stands behind the link.
 */
export function closeAddress(node: Link, next: PhrasingContent | undefined): ClosedAddress {
  const [only] = node.children;
  if (only?.type !== 'text') return { nodes: [node], taken: 0 };
  const length = addressLength(only.value);
  const address = only.value.slice(0, length);
  const isLink = hasHost(address);
  const cut = isLink && length === only.value.length ? cutOff(address, next) : '';
  if (cut !== '') return { nodes: [linkTo(node, address + cut)], taken: cut.length };
  if (isLink && length === only.value.length)
    return { nodes: [encrypted(node, address)], taken: 0 };
  // The parser left the bracket behind that ends a note’s reference.
  const isCut = only.value.includes('[^') && next?.type === 'text' && next.value.startsWith(']');
  const start = startOf(node);
  const behind = isLink ? only.value.slice(length) : only.value;
  const rest = textAndNotes(isCut ? `${behind}]` : behind, isLink ? start + length : start);
  const nodes = isLink ? [linkTo(node, address), ...rest] : rest;
  const placed = node.position === undefined ? nodes.map(withoutPlace) : nodes;
  return { nodes: placed, taken: isCut ? 1 : 0 };
}

/** What the parser left behind of an address: a bracket (“https://example.org/a[1]”), or underscores at its end. */
function cutOff(address: string, next: PhrasingContent | undefined): string {
  if (next?.type !== 'text') return '';
  if (/\[[^\]]*$/.test(address) && next.value.startsWith(']')) return ']';
  return /^_+(?![\p{L}\p{N}])/u.exec(next.value)?.[0] ?? '';
}

function linkTo(node: Link, address: string): Link {
  const start = startOf(node);
  const text = textBetween(address, start, start + address.length);
  const link = encrypted(node, address);
  return { ...link, children: [text], ...(text.position && { position: text.position }) };
}

/** The link to a typed address: one without a scheme leads to https, where GFM (6.9) would say http. */
const encrypted = (node: Link, address: string): Link => ({
  ...node,
  url: /^www\./i.test(address) ? `https://${address}` : address,
});

/** Parsers do not say of every address where it stands. */
function withoutPlace(node: PhrasingContent): PhrasingContent {
  const unplaced = { ...node };
  delete unplaced.position;
  if ('children' in unplaced) unplaced.children = unplaced.children.map(withoutPlace);
  return unplaced;
}
