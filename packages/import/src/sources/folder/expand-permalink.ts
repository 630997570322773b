import { pick, type Row, textOf, textsOf } from './row.ts';
import { trimSlashes } from '../../article/trim-slashes.ts';

/** Words of an address as these systems make them: lower case, hyphens, letters of any script. */
export const addressWords = (text: string): string =>
  text
    .toLowerCase()
    .trim()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_./-]/gu, '')
    .replaceAll(/[\s-]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const MONTHS =
  'january february march april may june july august september october november december';

/** The parts of a date under the names that patterns of Hugo and Jekyll have for them. */
export function dateParts(date: string): Record<string, string> {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(date) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const ofYear = (at - Date.UTC(Number(year), 0, 0)) / 86_400_000;
  const monthname = MONTHS.split(' ')[Number(month) - 1] ?? '';
  return {
    year,
    month: month.padStart(2, '0'),
    day: day.padStart(2, '0'),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    short_year: year.slice(2),
    y_day: String(ofYear).padStart(3, '0'),
    yearday: String(ofYear),
    monthname,
    short_month: monthname.slice(0, 3),
    hour,
    minute,
    second,
  };
}

/** Fills a pattern such as `/:year/:slug/`; undefined where it asks for what nobody knows here. */
export function expandPermalink(
  pattern: string,
  parts: Readonly<Record<string, string>>,
): string | undefined {
  const odd: string[] = [];
  const filled = pattern.replaceAll(
    /:([a-z_]{1,40})(\[[^\]\n]{0,20}\])?/g,
    (_, name: string, cut: string | undefined) => {
      if (!Object.hasOwn(parts, name) || cut !== undefined) odd.push(name);
      return parts[name] ?? '';
    },
  );
  return odd.length > 0 ? undefined : `/${filled}`.replaceAll(/\/{2,}/g, '/');
}

/** Addresses that a page names as its former ones. */
export const formerOf = (fields: Row): string[] =>
  ['aliases', 'redirect_from', 'redirects', 'oldUrl'].flatMap((name) =>
    textsOf(pick(fields, name)).filter((one) => /^(?:\/|https?:\/\/)/.test(one)),
  );

/** An address below the site's own; a whole one stays. */
export const withOrigin = (origin: string, path: string): string =>
  /^https?:\/\//.test(path) ? path : `${origin}/${path.replace(/^\/+/, '')}`;

/** The slug that a page names itself. */
export const slugIn = (fields: Row): string => trimSlashes(textOf(pick(fields, 'slug')));
