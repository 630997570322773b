import { TOP_LEVEL_DOMAINS } from './top-level-domains.ts';

/** A host that words show, as URLs write it. */
export interface ShownHost {
  host: string;
  /** Whether it can hardly be anything but the address that readers are led to. */
  isCertain: boolean;
}

/** A text as it looks: without what nobody sees, signs that pass for a point, a slash, a colon or a hyphen as these. */
export const asItLooks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[。․·‧∙⋅ꓸ]/g, '.')
    .replace(/[⁄∕⧸╱⟋]/g, '/')
    .replace(/[ː∶։ꓽ]/g, ':')
    .replace(/[\u2010-\u2013\u2212\u2043\u02d7]/g, '-');

/** Labels with points between them; where one is too long, or too many stand, it begins anew. */
const NAME = String.raw`[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,8}`;
/** The rest of an address, up to where another one begins: what stands in a path is no host. */
const REST = String.raw`(?:(?::\d{1,5})?[\/?#](?:(?![a-z]{2,8}:\/\/)[\p{L}\p{M}\p{N}\/%._~!$&'()*+,;=:@?#-])*)?`;
const USER = String.raw`(?:[\p{L}\p{N}_:-]{1,64}@)?`;
const HOST = new RegExp(
  String.raw`(?:([a-z][a-z0-9+-]{0,15}:\/\/)${USER}|(?<![\p{L}\p{M}\p{N}_@-]))(${NAME}|\[[\da-f:.]{2,45}\])${REST}`,
  'giu',
);

/** Files, products and times of day that read like hosts. */
const NO_HOST =
  /\.(?:pdf|docx?|xlsx?|html?|jpe?g|png|zip|csv|txt|mp[34]|md|js|ts|py|sh|mov)$|^(?:asp|vb|ado|ml)\.net$|^[\d.]+\.[ap]m$/i;

/** What asks readers to do something there. */
const CALL =
  /(?<!\p{L})(?:log ?-?in|sign ?-?(?:in|on|up)|password|go to|visit|download|войти|войдите|вход|зайти|зайдите|перейти|перейдите|кабинет|парол|оплат|скача)/iu;

/** More words than these beside a host are a sentence about it rather than the name of a link. */
const FEW_WORDS = 3;

const isEnding = (label: string): boolean =>
  TOP_LEVEL_DOMAINS.has(label) || label.startsWith('xn--');

/**
 * The host at the beginning of a name, without a sentence that follows its point at once; undefined where the name has
 * no ending that exists. In capitals it is one where all of it is.
 */
function hostOf(name: string): string | undefined {
  const isLoud = name === name.toUpperCase();
  const labels = name.replace(/^[-_]+|(?<![-_])[-_]+$/g, '').split('.');
  const last = labels.findLastIndex(
    (label, index) => index > 0 && isEnding(isLoud ? label.toLowerCase() : label),
  );
  return last === -1 ? undefined : labels.slice(0, last + 1).join('.');
}

/** What a text is besides the hosts in it. */
interface Setting {
  text: string;
  /** Offsets of its first and last letter. */
  first: number;
  last: number;
  words: number;
  hasCall: boolean;
}

function settingOf(text: string): Setting {
  const first = text.search(/\p{L}/u);
  let last = text.length - 1;
  while (last > first && !/[\p{L}\uDC00-\uDFFF]/u.test(text.charAt(last))) last -= 1;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return { text, first, last, words, hasCall: CALL.test(text) };
}

/** Whether the words beside run on to an offset, with nothing between but a space. */
const runsOn = (beside: string): boolean => /[\p{L}\p{N}]/u.test(beside.trim());

/** How sure it is that words show an address where a name without “https://” stands in them; undefined for not at all. */
function certainty(setting: Setting, name: string, start: number, end: number) {
  const { text, first, last, words, hasCall } = setting;
  const isAfter = start > first;
  const isBefore = end <= last;
  const isSetOff =
    !runsOn(text.slice(Math.max(0, start - 2), start)) && !runsOn(text.slice(end, end + 2));
  // “Booking.com” is also what a firm is called.
  if (/\p{Lu}/u.test(name)) return isSetOff || hasCall ? false : undefined;
  if (isAfter && isBefore) return hasCall ? true : isSetOff ? false : undefined;
  return hasCall || words <= FEW_WORDS + 1;
}

const asUrlsDo = (host: string): string =>
  URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host.toLowerCase();

/**
 * All hosts that a reader finds in a text, which is as it looks: after a scheme or “www.”, or with an ending that
 * exists, where the words do not merely speak of it.
 */
export function hostsIn(text: string): ShownHost[] {
  const setting = settingOf(text);
  const found = new Map<string, boolean>();
  for (const match of text.matchAll(HOST)) {
    const [all, scheme, name = ''] = match;
    const host = hostOf(name);
    const isAddress = scheme !== undefined || /^www\d?\./i.test(name);
    if (!isAddress && (host === undefined || NO_HOST.test(name))) continue;
    const shown = host ?? name;
    const start = match.index + all.indexOf(shown);
    const isCertain = isAddress || certainty(setting, shown, start, start + shown.length);
    if (isCertain !== undefined) found.set(shown, isCertain || found.get(shown) === true);
  }
  return [...found].map(([host, isCertain]) => ({ host: asUrlsDo(host), isCertain }));
}

/** Whether a text shows a host. */
export const showsHost = (text: string): boolean => hostsIn(asItLooks(text)).length > 0;
