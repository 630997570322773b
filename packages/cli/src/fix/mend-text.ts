import { quoteRepairs, trackerRepairs } from '@tamizdat/article-schema';
import { composeBody, composeField } from '@tamizdat/body';
import { isMap, isScalar, isSeq, visit } from 'yaml';
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
 * pieces (Unicode’s form NFC) outside code and addresses, times of the front matter without a zone, which get the outlet’s, and links
 * below the front matter that follow their readers. Every other character stays.
 */
export function mendText(given: string, timeZone: string): MendedText {
  const composed = compose(given);
  const times = missingOffsets(composed, timeZone);
  const links = repairsBelow(composed, trackerRepairs);
  const marks = repairsBelow(composed, (markdown) => quoteRepairs(markdown, languageOf(composed)));
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
  const printed =
    marks.length === 0
      ? []
      : [
          say({
            en: `quotation marks are the language’s own: ${marks.length}`,
            ru: `кавычки стали такими, как в этом языке: ${marks.length}`,
          }),
        ];
  const text = replaceIn(composed, [...times, ...links, ...marks]);
  return { text, what: [...encoded, ...zoned, ...clean, ...printed] };
}

function compose(text: string): string {
  const below = frontMatterPlace(text)?.end ?? 0;
  return composeField(text.slice(0, below)) + composeBody(text.slice(below));
}

/** The language of an article, in which it wants its quotation marks; nothing where it declines the advice. */
function languageOf(text: string): string {
  const place = frontMatterPlace(text);
  const document = openYaml(place === undefined ? '' : text.slice(place.start, place.end));
  const declined = document.get('declined');
  const keeps = isSeq(declined) && declined.items.some(isOfQuotes);
  const lang = document.get('lang');
  return typeof lang === 'string' && !keeps ? lang : '';
}

const isOfQuotes = (entry: unknown): boolean => isMap(entry) && entry.get('rule') === 'quotes';

/** Repairs of the Markdown behind the front matter. */
function repairsBelow(
  text: string,
  repairsOf: (markdown: string) => readonly Replacement[],
): Replacement[] {
  const place = frontMatterPlace(text);
  if (place === undefined) return [];
  const start = text.indexOf('\n', place.end) + 1;
  if (start === 0) return [];
  return repairsOf(text.slice(start)).map((repair) => ({
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
