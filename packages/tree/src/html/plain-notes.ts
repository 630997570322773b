import { scanHtml } from './scan-html.ts';

/**
 * A text with its notes as feeds carry it: the numbers in brackets, no links to the notes and none back. An address
 * inside an item has no page to lead into: readers resolve “#n-1” against the article’s, which is blocked, newsboat
 * lists it among the links, and the W3C’s feed validator calls every address without a scheme a relative one
 * (ContainsRelRef). The notes stand at the end of the same item; brackets keep “миллионов³” from reading as a number
 * where a reader drops the raised text.
 */
export function plainNotes(html: string): string {
  const pieces: string[] = [];
  let done = 0;
  let role: string | undefined;
  scanHtml(html, {
    openTag: ({ name, attributes, start, end }) => {
      if (name !== 'a') return;
      role = attributes.get('role')?.value;
      if (role === 'doc-noteref') pieces.push(html.slice(done, start), '[');
      else if (role === 'doc-backlink') pieces.push(html.slice(done, start).trimEnd());
      else return;
      done = end;
    },
    closeTag: (name, start) => {
      if (name !== 'a') return;
      if (role === 'doc-noteref') pieces.push(html.slice(done, start - 2), ']');
      if (role === 'doc-noteref' || role === 'doc-backlink') done = html.indexOf('>', start) + 1;
      role = undefined;
    },
  });
  return pieces.join('') + html.slice(done);
}
