import type { InBoth } from '@tamizdat/problem';
import { RESERVED_PATTERNS } from './page-kinds.ts';

/** What a part of a pattern may be; everything else may be anything, folders included. */
const PARTS: Readonly<Record<string, string>> = {
  kind: '(?:section|tag|author)',
  year: String.raw`\d{4}`,
  month: String.raw`\d{2}`,
  feed: String.raw`[^/]+\.(?:xml|json)`,
};

/** Says what of the kit's own stands at an address without “.html”, or will; nothing where it is free. */
export type Reserved = (path: string) => InBoth | undefined;

/**
 * Which addresses are not free for former addresses and fixed pages, in the languages of an outlet.
 * Where a page is the index of its folder, the folder's own name is not free either: hosts that hide
 * “.html” would have two pages for it.
 */
export function reservedAddresses(languages: readonly string[]): Reserved {
  const rules = RESERVED_PATTERNS.flatMap(({ pattern, what }) =>
    [pattern, pattern.replace(/\/index\.html$/, '.html')].map((written) => ({
      what,
      expression: expressionOf(written, languages),
    })),
  );
  return (path) => rules.find(({ expression }) => expression.test(`${path}.html`))?.what;
}

function expressionOf(pattern: string, languages: readonly string[]): RegExp {
  const source = pattern
    .split(/(\{\w+\})/)
    .map((piece) => {
      const part = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (part === undefined) return piece.replaceAll('.', String.raw`\.`);
      if (part === 'lang') return `(?:${languages.join('|')})`;
      return PARTS[part] ?? '.+';
    })
    .join('');
  // Some hosts and disks do not tell capitals from small letters.
  return new RegExp(`^${source}$`, 'i');
}
