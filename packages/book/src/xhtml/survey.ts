import { Parser } from 'htmlparser2';

/** What a text names within itself. */
export interface Survey {
  /** The text’s ids, and those that the book gives instead: any text can be an id in HTML, and not in XML. */
  ids: ReadonlyMap<string, string>;
  /** Ids of the text that notes are referred to by. */
  notes: ReadonlySet<string>;
}

/** Finds what links may lead to: a link to nowhere makes no valid book. The first of two equal ids counts, as in browsers. */
export function survey(html: string): Survey {
  const ids = new Map<string, string>();
  const notes = new Set<string>();
  const parser = new Parser({
    onopentag(_, { id, role, href }) {
      if (id !== undefined && !ids.has(id)) ids.set(id, `i${ids.size + 1}`);
      if (role === 'doc-noteref' && href?.includes('#') === true) notes.add(fragmentOf(href));
    },
  });
  parser.end(html);
  return { ids, notes };
}

/** What stands behind the `#` of an address, without percent signs where they can be read. */
export function fragmentOf(href: string): string {
  const fragment = href.slice(href.indexOf('#') + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
