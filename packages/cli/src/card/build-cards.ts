import { fillWord, isOnion, type Words } from '@tamizdat/article-schema';
import { formatFingerprint, toWords } from '@tamizdat/release';
import { CARD_STYLE, CARDS_ON, pageRule, type Paper } from './card-style.ts';
import { escapeHtml } from '@tamizdat/render';

/** A mirror as a card shows it. */
export interface CardMirror {
  base: string;
  /** Its QR code as SVG. */
  code: string;
}

/** What goes on the cards of one language. */
export interface CardEdition {
  lang: string;
  direction: 'ltr' | 'rtl';
  words: Pick<Words, 'card' | 'verify'>;
  /** The outlet's name; undefined where no card may tell it. */
  outlet: string | undefined;
  mirrors: readonly CardMirror[];
  /** Where the fingerprint stands besides, in words. */
  places: readonly string[];
}

export interface Cards {
  paper: Paper;
  /** 64 hexadecimal digits. */
  fingerprint: string;
  editions: readonly CardEdition[];
}

/** Addresses on one card: more would leave codes too small for a cheap phone. */
const ON_A_CARD = 3;

/** Places named on a card, so that its last lines have room. */
const PLACES = 3;

/** Characters of an address from which it is set smaller. */
const LONG = 48;

/** Builds a page to print: one HTML file that needs nothing else and makes no request. Equal input gives equal bytes. */
export function buildCards({ paper, fingerprint, editions }: Cards): string {
  const [first] = editions;
  const sheets = editions.flatMap((edition) => buildSheets(edition, fingerprint, paper));
  return `<!doctype html>
<html lang="${escapeHtml(first?.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(first === undefined ? '' : titleOf(first))}</title>
<style>${pageRule(paper)}
${CARD_STYLE}</style>
</head>
<body>
${sheets.join('\n')}
</body>
</html>
`;
}

const titleOf = ({ words, outlet }: CardEdition): string =>
  outlet === undefined ? words.card.plainTitle : fillWord(words.card.title, { outlet });

function buildSheets(edition: CardEdition, fingerprint: string, paper: Paper): string[] {
  const { mirrors, lang, direction } = edition;
  const count = Math.ceil(mirrors.length / ON_A_CARD);
  // Two and two are better than three and one.
  const each = Math.ceil(mirrors.length / count);
  return Array.from({ length: count }, (_, at) => {
    const shown = mirrors.slice(at * each, (at + 1) * each);
    const card = buildCard({ ...edition, mirrors: shown }, fingerprint, [at + 1, count]);
    const cards = Array.from({ length: CARDS_ON[paper] }, () => card);
    return `<section class="sheet ${paper}" lang="${escapeHtml(lang)}" dir="${direction}">\n${cards.join('\n')}\n</section>`;
  });
}

function buildCard(
  edition: CardEdition,
  fingerprint: string,
  [number, count]: [number, number],
): string {
  const { words, mirrors } = edition;
  const { card } = words;
  const several =
    count === 1
      ? ''
      : `<small>${escapeHtml(fillWord(card.several, { number: String(number), count: String(count) }))}</small>`;
  return `<article class="card">
<h1>${escapeHtml(titleOf(edition))}${several}</h1>
<p>${escapeHtml(card.intro)}</p>
<ul>
${mirrors.map((mirror) => buildMirror(mirror, card.tor)).join('\n')}
</ul>
<div><h2>${escapeHtml(card.fingerprint)}</h2><pre dir="ltr">${formatFingerprint(fingerprint)}</pre></div>
<div><h2>${escapeHtml(card.inWords)}</h2><pre dir="ltr" lang="en">${toWords(fingerprint)}</pre></div>
<div class="check">${explainCheck(edition)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')}</div>
</article>`;
}

function buildMirror({ base, code }: CardMirror, tor: string): string {
  const note = isOnion(new URL(base).hostname) ? `<p>${escapeHtml(tor)}</p>` : '';
  const size = base.length > LONG ? ' class="long"' : '';
  return `<li>${code.trim()}<div><code dir="ltr"${size}>${breakable(base)}</code>${note}</div></li>`;
}

/** An address breaks between its parts, as people read it out. */
const breakable = (base: string): string =>
  escapeHtml(base).replaceAll(/\/(?=[^/])|(?=\.)/g, '$&<wbr>');

/** How to check: a card without the outlet's name tells neither of a newsroom nor of the program. */
function explainCheck({ words, outlet, places, lang }: CardEdition): string[] {
  const { card, verify } = words;
  if (outlet === undefined) return [card.plainCompare];
  const named = places.length === 0 ? '' : ` (${places.slice(0, PLACES).join(', ')})`;
  const fingerprint = card.fingerprint.toLocaleUpperCase(lang);
  return [
    fillWord(card.compare, { places: named }),
    fillWord(card.check, { address: verify.address, fingerprint }),
  ];
}
