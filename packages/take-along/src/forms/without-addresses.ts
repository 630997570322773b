import { scanHtml } from '@tamizdat/tree';
import { blankAddresses } from './blank-addresses.ts';

/**
 * Takes out the addresses that readers of a text could read, in descriptions of pictures too: where passing one on is
 * fined, the words of a link may be the address itself.
 *
 * @param html Of ours: well-formed, its attributes in double quotes.
 */
export function withoutAddresses(html: string): string {
  const pieces: string[] = [];
  let done = 0;
  scanHtml(html, {
    openTag: ({ name, start, end }) => {
      pieces.push(blankAddresses(html.slice(done, start)), tagOf(name, html.slice(start, end)));
      done = end;
    },
    closeTag: (_, start) => {
      pieces.push(blankAddresses(html.slice(done, start)));
      done = start;
    },
  });
  return pieces.join('') + blankAddresses(html.slice(done));
}

const tagOf = (name: string, tag: string): string =>
  name === 'img' ? tag.replace(/ alt="[^"]*"/, blankAddresses) : tag;
