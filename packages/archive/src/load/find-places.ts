import {
  articleAnchors,
  EVERY_PAGE,
  fixedPageAnchors,
  type PageAnchors,
  supportAnchors,
  templatePlaces,
} from '@tamizdat/article-schema';
import { articleAddress, fixedPageAddress, supportAddress, type Address } from '../addresses.ts';
import type { LoadedFiles } from './check-content.ts';
import { readBody } from './load-body.ts';
import type { Records } from './parse-records.ts';

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
    if (!known.has(address)) {
      const places =
        texts.get(address) ??
        (() => (exists(address) ? templateAnchors(address, loaded.records) : undefined));
      known.set(address, places());
    }
    return known.get(address);
  };
}

/** The places of a page without a text of its own; a feed has none. */
function templateAnchors(address: Address, records: Pick<Records, 'outlet'>): PageAnchors {
  const [lang = ''] = address.split('/');
  const ids = address.endsWith('.html') ? [EVERY_PAGE, ...choicesOn(address, records)] : [];
  return templatePlaces(lang, ids);
}

/** The places that the page about support has for choices; none on any other page. */
function choicesOn(address: Address, { outlet }: Pick<Records, 'outlet'>): string[] {
  const [lang = ''] = address.split('/');
  return outlet && address === supportAddress(lang) ? supportAnchors(outlet, lang) : [];
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
      const address = fixedPageAddress(lang, file.replace(/\.md$/, ''));
      const own = choicesOn(address, records);
      return [
        address,
        () => places(value, path, (page, body) => fixedPageAnchors(page, body, own)),
      ];
    }),
  ]);
}
