import { LIST_KINDS } from './list-pages.ts';

/** Parts of patterns that are one of few words, of a form of their own, or a whole path. */
const FORMS: Readonly<Record<string, string>> = {
  kind: LIST_KINDS.join('|'),
  year: String.raw`\d{4}`,
  month: String.raw`\d{2}`,
  day: String.raw`\d{2}`,
  names: String.raw`(?:tag|author)(?:-\d+)?`,
  period: String.raw`\d{4}(?:-\d{2})?`,
  feed: String.raw`(?:feed|atom|brief)\.xml|feed\.json`,
  former: '.+',
};

/** Anything but a folder, and anything. */
export const NAME = '[^/]+';
export const PATH = '.+';

/** An expression for the addresses of a pattern, whose groups hold the parts: of the form given, of their own, or `others`. */
export function expressionOf(
  pattern: string,
  others: string,
  given: Readonly<Record<string, string>> = {},
): string {
  const source = pattern
    .replaceAll('.', String.raw`\.`)
    .replaceAll(
      /\{(\w+)\}/g,
      (_, part: string) => `(?<${part}>${given[part] ?? FORMS[part] ?? others})`,
    );
  return `^${source}$`;
}
