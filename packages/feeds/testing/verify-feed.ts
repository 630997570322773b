import type { Finding } from './finding.ts';
import { verifyJsonFeed } from './verify-json-feed.ts';
import { verifyXmlFeed } from './verify-xml-feed.ts';

/** Characters that XML 1.0 forbids and that JSON decoders quarrel about. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function verifyCharacters(text: string, at: string): Finding[] {
  return [...text.matchAll(ILLEGAL)].map(({ 0: character }) => ({
    rule: 'IllegalCharacter',
    at,
    found: JSON.stringify(character),
  }));
}

/** JSON can hide such characters in escapes: its strings are looked at decoded. */
function verifyJsonCharacters(document: string): Finding[] {
  const findings: Finding[] = [];
  const collect = (key: string, value: unknown) => {
    if (typeof value === 'string') findings.push(...verifyCharacters(value, key));
    return value;
  };
  try {
    JSON.parse(document, collect);
  } catch {
    return []; // Reported as NotJson.
  }
  return findings;
}

/**
 * Every rule that a feed breaks: of its format (RSS 2.0, Atom 1.0 or JSON Feed 1.1, told by its
 * first character and root), of the W3C feed validator's documentation, and of Tamizdat's own,
 * which are stricter. Readers accept many invalid feeds, so they cannot find these.
 */
export function verifyFeed(document: string): Finding[] {
  if (document.startsWith('{')) {
    return [...verifyJsonCharacters(document), ...verifyJsonFeed(document)];
  }
  return [...verifyCharacters(document, ''), ...verifyXmlFeed(document)];
}
