import { isScalar, visit } from 'yaml';
import { offsetOf } from '../clock/local-instant.ts';
import { frontMatterPlace } from '../edit/front-matter-place.ts';
import { replaceIn, type Replacement } from '../edit/replacement.ts';
import { openYaml } from '../edit/yaml-document.ts';

/** A Markdown file’s text with what has one answer mended, and in words what was. */
export interface MendedText {
  text: string;
  what: string[];
}

/**
 * Mends what has one answer in an article’s, a page’s or an appeal’s text: letters that are encoded in
 * pieces (Unicode’s form NFC), and times of the front matter without a zone, which get the outlet’s. Every
 * other character stays.
 */
export function mendText(given: string, timeZone: string): MendedText {
  const composed = given.normalize('NFC');
  const times = missingOffsets(composed, timeZone);
  const encoded = composed === given ? [] : ['letters encoded in pieces are whole'];
  const zoned = times.length === 0 ? [] : [`times got the outlet’s zone: ${times.length}`];
  return { text: replaceIn(composed, times), what: [...encoded, ...zoned] };
}

/** Fields of times, wherever they stand. */
const TIMES = new Set(['publishedAt', 'updatedAt', 'embargoUntil', 'at', 'coverageEnd']);

function missingOffsets(text: string, timeZone: string): Replacement[] {
  const place = frontMatterPlace(text);
  if (place === undefined) return [];
  const document = openYaml(text.slice(place.start, place.end));
  if (document.errors.length > 0) return [];
  const found: Replacement[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
      const offset = TIMES.has(String(key.value)) ? offsetOf(value.value, timeZone) : undefined;
      const end = value.range?.[1];
      if (offset === undefined || end === undefined) return;
      const at = place.start + end - (value.type === 'PLAIN' ? 0 : 1);
      found.push({ start: at, end: at, text: offset });
    },
  });
  return found;
}
