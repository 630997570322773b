import { fragmentFindings } from '../anchors/check-fragment.ts';
import type { PageAnchors } from '../anchors/page-anchors.ts';
import type { TextReference } from '../text/check-text.ts';
import type { AcrossFinding } from './check-across.ts';
import { plainAddress } from './check-links.ts';

/**
 * Links from the site's root with a part after `#` lead to a place of that page. `placesOf` gives the places of an
 * address; undefined where it is no page, or nobody can say.
 */
export function checkPlaces(
  path: string,
  links: readonly TextReference[],
  placesOf: (address: string) => PageAnchors | undefined,
): AcrossFinding[] {
  return links.flatMap(({ target, line, column, field }) => {
    const page = target.includes('#') ? placesOf(plainAddress(target)) : undefined;
    if (page === undefined) return [];
    return fragmentFindings(target, page).map((finding) => ({
      path,
      span: { line, column },
      finding: { ...finding, path: field ?? [] },
    }));
  });
}
