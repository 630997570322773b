/** Everything XML 1.0 has no place for: not in its production 2, `Char`. */
const ILLEGAL = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Text that every feed format can carry and every parser gives back unchanged: a character that
 * XML 1.0 forbids (control characters, lone surrogates, U+FFFE and U+FFFF) becomes U+FFFD, as HTML
 * does with NUL, and not nothing, so that no two halves of a filtered word meet. CR LF and CR
 * become LF, which an XML parser would do anyway (XML 1.0, 2.11).
 */
export function buildLegalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '\uFFFD');
}

/** The same value with {@link buildLegalText} applied to every string in it, keys aside. */
export function buildLegalValue<T>(value: T): T {
  return mapStrings(value) as T;
}

function mapStrings(value: unknown): unknown {
  if (typeof value === 'string') return buildLegalText(value);
  if (Array.isArray(value)) return value.map(mapStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner)]));
}
