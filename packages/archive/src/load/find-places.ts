import {
  articleAnchors,
  fixedPageAnchors,
  type PageAnchors,
  templatePlaces,
} from '@tamizdat/article-schema';
import { articleAddress, fixedPageAddress, type Address } from '../addresses.ts';
import type { LoadedFiles } from './check-content.ts';
import { readBody } from './load-body.ts';

type Places = PageAnchors | undefined;

/**
 * Finds the places of a page that links may lead to. Pages are read when they are first asked for: few are.
 * `exists` says whether an address is a page's at all.
 */
export function placesFinder(
  loaded: Pick<LoadedFiles, 'root' | 'parsed' | 'records'>,
  exists: (address: Address) => boolean,
): (address: Address) => Places {
  const texts = pagesWithTexts(loaded);
  const known = new Map<Address, Places>();
  return (address) => {
    // Its places are amounts; the finished tree is checked for them.
    if (/^[^/]+\/support\.html$/.test(address)) return undefined;
    if (!known.has(address)) {
      const lang = address.replace(/\/.*$/, '');
      const places =
        texts.get(address) ?? (() => (exists(address) ? templatePlaces(lang) : undefined));
      known.set(address, places());
    }
    return known.get(address);
  };
}

/** Articles and fixed pages by address. The places of one with an error are not known. */
function pagesWithTexts({
  root,
  parsed,
  records,
}: Pick<LoadedFiles, 'root' | 'parsed' | 'records'>): Map<Address, () => Places> {
  const places = <Value>(
    value: Value | undefined,
    path: string,
    build: (value: Value, body: string) => PageAnchors,
  ): Places => {
    const body = value === undefined ? undefined : readBody(root, path);
    return value === undefined || body === undefined || 'problem' in body
      ? undefined
      : build(value, body.text);
  };
  return new Map([
    ...parsed.flatMap(({ value, outline: { path, address } }): [Address, () => Places][] =>
      address === undefined
        ? []
        : [[articleAddress(address), () => places(value, path, articleAnchors)]],
    ),
    ...records.pages.map(({ value, path }): [Address, () => Places] => {
      const [, lang = '', file = ''] = path.split('/');
      return [
        fixedPageAddress(lang, file.replace(/\.md$/, '')),
        () => places(value, path, fixedPageAnchors),
      ];
    }),
  ]);
}
