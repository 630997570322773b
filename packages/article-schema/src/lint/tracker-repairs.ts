import { inspectBody, type LinkFact, type Place } from '@tamizdat/body';
import { withoutTrackers } from './trackers.ts';

/** A piece of a Markdown text and what is to stand there; offsets in UTF-16 code units. */
export interface TextRepair extends Place {
  text: string;
}

/**
 * Signs that an address cannot hold where Markdown has one, in a table’s cell too, and “&” where it would begin a
 * reference.
 */
const MARKUP = /[\\<>()|]|&(?=#?[a-z0-9]+;)/gi;

/**
 * What takes tracking out of the links of a Markdown text, at the places where the parser found their addresses. Nothing
 * where the links of the text as it would be are not those that they were, each without its tracking.
 */
export function trackerRepairs(markdown: string): TextRepair[] {
  const { links } = inspectBody(markdown);
  const repairs = links.flatMap((link) => repairsOf(link, markdown));
  if (repairs.length === 0) return [];
  const after = inspectBody(replaceAll(markdown, repairs)).links.map(({ url }) => url);
  const wanted = links.map((link) =>
    isRepaired(link, repairs) ? withoutTrackers(link.url) : link.url,
  );
  return after.length === wanted.length && after.every((url, at) => url === wanted[at])
    ? repairs
    : [];
}

function repairsOf({ url, places }: LinkFact, markdown: string): TextRepair[] {
  const clean = withoutTrackers(url);
  if (clean === url) return [];
  return places.map(({ start, end }) => {
    const written = markdown.slice(start, end);
    const isPlain = [written, `https://${written}`].includes(url);
    const text = isPlain
      ? clean
      : clean.replaceAll(MARKUP, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`));
    return { start, end, text };
  });
}

const isRepaired = ({ places }: LinkFact, repairs: readonly TextRepair[]): boolean =>
  repairs.some(({ start }) => start === places[0]?.start);

function replaceAll(markdown: string, repairs: readonly TextRepair[]): string {
  let end = 0;
  const ordered = [...repairs].sort((a, b) => a.start - b.start);
  const parts = ordered.map((repair) => {
    const before = markdown.slice(end, repair.start);
    end = repair.end;
    return before + repair.text;
  });
  return parts.join('') + markdown.slice(end);
}
