import { verifyAddress } from '@tamizdat/archive';
import { formatFingerprint } from '@tamizdat/release';
import { type EditionContext, endOnce, localized } from '@tamizdat/render';

/** What a text that travels alone has with it. All addresses are absolute, all texts plain. */
export interface Foot {
  /** How a copy of the site is checked; absent where the outlet says no fingerprint. */
  check?: { title: string; url: string; label: string; fingerprint: string };
  /** What the law asks for, by country. */
  notices: { place: string; text: string }[];
}

/** What a page has at its foot, and a text that travels alone has with it. */
export function footOf({ outlet, lang, words }: EditionContext, base: string): Foot {
  const { rootFingerprint, support } = outlet;
  const notices = (support?.notices ?? []).map(({ place, text }) => ({
    place: endOnce(`${localized(place, lang, outlet)}.`),
    text: localized(text, lang, outlet),
  }));
  if (rootFingerprint === undefined) return { notices };
  const { title, fingerprint: label } = words.verify;
  const url = new URL(verifyAddress(lang), base).href;
  return {
    check: { title, url, label, fingerprint: formatFingerprint(rootFingerprint) },
    notices,
  };
}
