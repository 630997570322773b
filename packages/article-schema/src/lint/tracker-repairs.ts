import { inspectBody } from '@tamizdat/body';
import { withoutTrackers } from './trackers.ts';

/** A piece of a Markdown text and what is to stand there; offsets in UTF-16 code units. */
export interface TextRepair {
  start: number;
  end: number;
  text: string;
}

/** UTF-16 code units between a link’s beginning and its address: the longest words of a link. */
const LINK_TEXT_MAX = 2_000;

/** What takes tracking out of the links of a Markdown text. Addresses written with escapes are left alone. */
export function trackerRepairs(markdown: string): TextRepair[] {
  return inspectBody(markdown).links.flatMap(({ url, at }) => {
    const clean = withoutTrackers(url);
    const start = clean === url ? -1 : markdown.indexOf(url, at.offset);
    if (start === -1 || start - at.offset > LINK_TEXT_MAX) return [];
    return [{ start, end: start + url.length, text: clean }];
  });
}
