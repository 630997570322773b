import { trackerRepairs } from '@tamizdat/article-schema';
import { isScalar, visit } from 'yaml';
import { offsetOf } from '../clock/local-instant.ts';
import { frontMatterPlace } from '../edit/front-matter-place.ts';
import { replaceIn, type Replacement } from '../edit/replacement.ts';
import { openYaml } from '../edit/yaml-document.ts';
import { say } from '../language/say.ts';

/** A Markdown file’s text with what has one answer mended, and in words what was. */
export interface MendedText {
  text: string;
  what: string[];
}

/**
 * Mends what has one answer in an article’s, a page’s or an appeal’s text: letters that are encoded in
 * pieces (Unicode’s form NFC), times of the front matter without a zone, which get the outlet’s, and links
 * below the front matter that follow their readers. Every other character stays.
 */
export function mendText(given: string, timeZone: string): MendedText {
  const composed = given.normalize('NFC');
  const times = missingOffsets(composed, timeZone);
  const links = tracking(composed);
  const encoded =
    composed === given
      ? []
      : [say({ en: 'letters encoded in pieces are whole', ru: 'буквы из частей стали целыми' })];
  const zoned =
    times.length === 0
      ? []
      : [
          say({
            en: `times got the outlet’s zone: ${times.length}`,
            ru: `время получило пояс издания: ${times.length}`,
          }),
        ];
  const clean =
    links.length === 0
      ? []
      : [
          say({
            en: `links lost their tracking: ${links.length}`,
            ru: `ссылки избавлены от слежки: ${links.length}`,
          }),
        ];
  const text = replaceIn(composed, [...times, ...links]);
  return { text, what: [...encoded, ...zoned, ...clean] };
}

/** Links of the Markdown behind the front matter. */
function tracking(text: string): Replacement[] {
  const place = frontMatterPlace(text);
  if (place === undefined) return [];
  const start = text.indexOf('\n', place.end) + 1;
  if (start === 0) return [];
  return trackerRepairs(text.slice(start)).map((repair) => ({
    ...repair,
    start: repair.start + start,
    end: repair.end + start,
  }));
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
