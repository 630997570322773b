import { shapeOf } from '../characters/look-alike.ts';
import { TOP_LEVEL_DOMAINS } from './top-level-domains.ts';

/** A host that words show, as URLs write it. */
export interface ShownHost {
  host: string;
  /** Whether it can hardly be anything but the address that readers are led to. */
  isCertain: boolean;
}

/** Letters in circles, squares and flags that have no letter of their own as a compatible form, each row from A to Z. */
const BADGE = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu;
const ROWS = [0x1f1e6, 0x1f170, 0x1f150];

function badgeLetter(badge: string): string {
  const code = badge.codePointAt(0) ?? 0;
  return String.fromCodePoint(65 + code - (ROWS.find((row) => row <= code) ?? code));
}

/**
 * A text as it looks: without what nobody sees and without marks on letters that stand alone, signs that pass for a
 * point, a slash, a colon or a hyphen as these. Accents that belong to a letter, and marks of scripts that need them,
 * stay: “café.example” is a name of its own.
 */
export const asItLooks = (text: string): string =>
  text
    // Spaces that hardly show.
    .replace(/(?<=\.)[\u2006\u2008-\u200a]{1,3}|[\u2006\u2008-\u200a]{1,3}(?=\.)/g, '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(
      /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}])\p{M}+/gu,
      '$1',
    )
    .replace(BADGE, badgeLetter)
    .replace(/[。、․·‧∙⋅ꓸ‚•●・᛫ᐧ⸱⸳۔܁܂٠۰٫،꘎⚫⬤]/g, '.')
    .replace(/[⁄∕⧸╱⟋\\⧵∖]/g, '/')
    .replace(/[ː∶։ꓽ׃]/g, ':')
    .replace(/[\u2010-\u2013\u2212\u2043\u02d7]/g, '-');

/** Labels with points between them; where one is too long, or too many stand, it begins anew. */
const NAME = String.raw`[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,8}`;
/** The rest of an address, up to where another one begins: what stands in a path is no host. */
const REST = String.raw`((?::\d{1,5})?[\/?#](?:(?![a-z]{2,8}:\/\/)[\p{L}\p{M}\p{N}\/%._~!$&'()*+,;=:@?#-])*)?`;
/** What precedes “@” in an address, often several times and empty: browsers drop it, readers take it for the host. */
const USER = String.raw`((?:[^\s\/?#@]{0,100}@){0,3})`;
const HOST = new RegExp(
  String.raw`(?:([a-z][a-z0-9+-]{0,15}:\/\/)${USER}|(?<![\p{L}\p{M}\p{N}_@-]))(${NAME}|\[[\da-f:.]{2,45}\])${REST}`,
  'giu',
);
const NAMES = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_-])${NAME}`, 'gu');

/** Files, products and times of day that read like hosts. */
const NO_HOST =
  /\.(?:pdf|docx?|xlsx?|html?|jpe?g|png|csv|txt|mp[34]|js|ts)$|^(?:asp|vb|ado|ml)\.net$|^[\d.]+\.[ap]m$/i;

/** Endings of hosts that are those of files, too. */
const FILE_OR_HOST = /\.(?:md|sh|py|zip|mov)$/i;
/** As hosts’ names are made, and names of files hardly (“README.ru.md”, “v1.2.zip”, “src.tar.zip”). */
const LONG_LABELS = /^(?:[a-z-]{4,63}\.){2,8}[a-z]+$/;

/** What asks readers to do something there. */
const CALL =
  /(?<!\p{L})(?:log ?-?in|sign ?-?(?:in|on|up)|password|go to|visit|download|войти|войдите|вход|зайти|зайдите|перейти|перейдите|кабинет|парол|оплат|скача)/iu;

/** What is done with files. */
const FETCH = /download|password|парол|скача/iu;

/** More words than these beside a host are a sentence about it rather than the name of a link. */
const FEW_WORDS = 3;

const isEnding = (label: string): boolean =>
  TOP_LEVEL_DOMAINS.has(label) || label.startsWith('xn--');

/** Endings that nobody takes for the beginning of a sentence, whatever letters are capitals. */
const KNOWN_ENDING = /^(?:com|net|org|info|ru|рф)$/iu;

/**
 * Whether a label looks like an ending without being one: in letters of another alphabet, small capitals, with digits
 * for letters. Short ones are words of other languages as well: they count after what is written in Latin letters.
 */
function looksLikeEnding(label: string, before: string): boolean {
  const shape = shapeOf(label);
  if (shape === label.toLowerCase() || !TOP_LEVEL_DOMAINS.has(shape)) return false;
  if (!/^[a-z\d]+$/.test(shapeOf(before)) || !/\p{L}/u.test(label)) return false;
  return shape.length > 2 || /[a-z]/i.test(label) || /[a-z]{2}/i.test(before);
}

/**
 * The host at the beginning of a name, without a sentence that follows its point at once; undefined where the name has
 * no ending that exists. In capitals it is one where all of it is.
 */
function hostOf(name: string): string | undefined {
  const isLoud = name === name.toUpperCase();
  const labels = name.replace(/^[-_]+|(?<![-_])[-_]+$/g, '').split('.');
  const last = labels.findLastIndex(
    (label, index) =>
      index > 0 &&
      (isEnding(isLoud ? label.toLowerCase() : label) ||
        KNOWN_ENDING.test(label) ||
        looksLikeEnding(label, labels[index - 1] ?? '')),
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

/** Whether what could be a file’s name is an address: it has a path or a port and stands in no path, or is to be visited. */
const isNoFile = ({ text, hasCall }: Setting, start: number, rest: string): boolean =>
  text[start - 1] !== '/' && (/^[:/?]/.test(rest) || (hasCall && !FETCH.test(text)));

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
    const [all, scheme, user = '', name = '', rest = ''] = match;
    for (const [shown] of user.matchAll(NAMES)) found.set(shown, true);
    const host = hostOf(name);
    const isAddress = scheme !== undefined || /^www\d?\./i.test(name);
    if (!isAddress && (host === undefined || NO_HOST.test(name))) continue;
    const isFile = !isAddress && FILE_OR_HOST.test(name) && !isNoFile(setting, match.index, rest);
    if (isFile && !LONG_LABELS.test(name)) continue;
    const shown = host ?? name;
    const start = match.index + all.indexOf(shown, scheme?.length ?? 0);
    const isCertain =
      isAddress || (certainty(setting, shown, start, start + shown.length) && !isFile);
    if (isCertain !== undefined) found.set(shown, isCertain || found.get(shown) === true);
  }
  return [...found].map(([host, isCertain]) => ({ host: asUrlsDo(host), isCertain }));
}

/** Whether a text shows a host. */
export const showsHost = (text: string): boolean => hostsIn(asItLooks(text)).length > 0;
