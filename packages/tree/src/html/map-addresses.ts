import type { LinkSyntax } from './link-attributes.ts';

/** A part of a string; offsets in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Finds the addresses in an attribute's (decoded) value. */
export function findAddressSpans(value: string, syntax: LinkSyntax): Span[] {
  if (syntax === 'srcset') return findSrcsetSpans(value);
  if (syntax === 'refresh') return findRefreshSpan(value);
  return [{ start: 0, end: value.length }];
}

/** Replaces each address in an attribute's value by what `map` gives for it. */
export function mapAddresses(
  value: string,
  syntax: LinkSyntax,
  map: (address: string) => string,
): string {
  let mapped = '';
  let done = 0;
  for (const { start, end } of findAddressSpans(value, syntax)) {
    mapped += value.slice(done, start) + map(value.slice(start, end));
    done = end;
  }
  return mapped + value.slice(done);
}

/**
 * WHATWG HTML, "parse a srcset attribute": an address is a run without white space that ends before its
 * trailing commas; without them, descriptors follow up to a comma outside parentheses.
 */
function findSrcsetSpans(value: string): Span[] {
  const spans: Span[] = [];
  const candidate = /[\s,]*([^\s]+)/y;
  const descriptors = /(?:[^,(]|\([^)]*(?:\)|$))*/y;
  for (;;) {
    const match = candidate.exec(value);
    const run = match?.[1];
    if (run === undefined) return spans;
    const address = withoutTrailingCommas(run);
    const start = candidate.lastIndex - run.length;
    spans.push({ start, end: start + address.length });
    if (address.length === run.length) {
      descriptors.lastIndex = candidate.lastIndex;
      descriptors.test(value);
      candidate.lastIndex = descriptors.lastIndex;
    }
  }
}

function withoutTrailingCommas(run: string): string {
  let end = run.length;
  while (run[end - 1] === ',') end -= 1;
  return run.slice(0, end);
}

/** WHATWG HTML, "shared declarative refresh steps": seconds, a separator, an optional `url=`, optional quotes. */
function findRefreshSpan(value: string): Span[] {
  const match = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(["']?)/i.exec(value);
  if (!match) return [];
  const start = match[0].length;
  const close = match[1] ? value.indexOf(match[1], start) : -1;
  const end = close === -1 ? value.trimEnd().length : close;
  return end > start ? [{ start, end }] : [];
}
