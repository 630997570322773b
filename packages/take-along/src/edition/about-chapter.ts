import { frontAddress } from '@tamizdat/archive';
import type { Chapter } from '@tamizdat/book';
import { type EditionContext, escapeHtml, fillSet } from '@tamizdat/render';
import { asOfText } from '../shown/as-of.ts';
import { sayOf } from '../forms/say-of.ts';
import { footOf } from './foot-of.ts';

/** What the last chapter is made of. */
export interface About {
  context: EditionContext;
  /** Address that links lead to. */
  base: string;
  /** Base addresses of mirrors. */
  mirrors: readonly string[];
  /** Whether addresses are named. */
  links: boolean;
  /** Hosts of the outlet and its mirrors, where none is. */
  hosts?: readonly string[];
  /** Pictures that had no room. */
  leftOut: number;
  /** When something in it was changed last, RFC 3339; absent where its pages say as of when they are. */
  changed?: string;
}

/** The last chapter: whose book it is, how to check copies of the site, where else it stands, what the law asks for. */
export function buildAbout({
  context,
  base,
  mirrors,
  links,
  hosts,
  leftOut,
  changed,
}: About): Chapter {
  const { outlet, lang, words } = context;
  const name = outlet.name[lang] ?? '';
  const say = sayOf(links, { hosts: hosts ?? [] }).words;
  const { check, notices } = footOf(context, base);
  const addresses = [base, ...mirrors].map((root) => new URL(frontAddress(lang), root).href);
  const [own = '', ...others] = addresses;
  const html = [
    changed === undefined ? '' : `<p>${escapeHtml(asOfText(context, changed))}</p>`,
    links ? `<p>${linkHtml(own)}</p>` : '',
    check ? `<p>${escapeHtml(check.label)}: <code>${escapeHtml(check.fingerprint)}</code></p>` : '',
    check && links ? `<p>${escapeHtml(check.title)}: ${linkHtml(check.url)}</p>` : '',
    links && others.length > 0
      ? `<p>${escapeHtml(words.letter.alsoAt)}</p><ul>${others.map((url) => `<li>${linkHtml(url)}</li>`).join('')}</ul>`
      : '',
    ...notices.map(
      ({ place, text }) => `<p><strong>${escapeHtml(place)}</strong> ${escapeHtml(say(text))}</p>`,
    ),
    leftOut > 0
      ? `<p>${escapeHtml(fillSet(words.book.leftOut, { count: String(leftOut) }, lang))}</p>`
      : '',
  ];
  return { title: name, meta: [], html: html.join('') };
}

const linkHtml = (url: string): string =>
  `<a href="${escapeHtml(url)}" dir="ltr">${escapeHtml(url)}</a>`;
