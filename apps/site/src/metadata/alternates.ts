import { frontAddress, rootAddress, type Address } from '@tamizdat/archive';

/** One language's version of a page. */
export interface Alternate {
  /** BCP 47, or `x-default`. */
  hreflang: string;
  address: Address;
}

/**
 * Versions of a page for hreflang: itself, every translation, and `x-default`, which is the version in the default
 * language, for front pages the root. None where a page stands in one language alone, and never a page that
 * only stands in for a missing translation.
 *
 * @param languages The outlet's, the default first.
 * @param translations The page in other languages, by language; may hold the page itself.
 */
export function languageAlternates(
  { address, lang }: { address: Address; lang: string },
  languages: readonly { code: string }[],
  translations: ReadonlyMap<string, Address>,
): Alternate[] {
  const self = address === rootAddress ? frontAddress(lang) : address;
  const versions = new Map([...translations, [lang, self]]);
  if (versions.size < 2) return [];
  const found = languages.flatMap(({ code }) => {
    const version = versions.get(code);
    return version === undefined ? [] : [{ hreflang: code, address: version }];
  });
  const fallback =
    self === frontAddress(lang) ? rootAddress : versions.get(languages[0]?.code ?? '');
  return fallback === undefined ? found : [...found, { hreflang: 'x-default', address: fallback }];
}
