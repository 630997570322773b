import type { Finding } from '@tamizdat/problem';
import type { TextReference } from '../text/check-text.ts';
import type { AcrossFinding } from './check-across.ts';

/** Links from the site's root with a part after `#` lead to a place of that page. `judge` says what is wrong with one. */
export function checkPlaces(
  path: string,
  links: readonly TextReference[],
  judge: (target: string) => readonly Finding[],
): AcrossFinding[] {
  return links.flatMap(({ target, line, column, field }) =>
    (target.includes('#') ? judge(target) : []).map((finding) => ({
      path,
      span: { line, column },
      finding: { ...finding, path: field ?? [] },
    })),
  );
}
