import { scanHtml } from '@tamizdat/tree';

/** An address that can be read: of a page, with its scheme or `www.`, or of mail. What closes a sentence is no part of it. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”]+|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
const CLOSING = /[.,;:!?)\]’'…]{1,8}$/u;

/** Stands where an address stood: the same in every language. */
const GAP = '[…]';

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
      pieces.push(blank(html.slice(done, start)), tagOf(name, html.slice(start, end)));
      done = end;
    },
    closeTag: (_, start) => {
      pieces.push(blank(html.slice(done, start)));
      done = start;
    },
  });
  return pieces.join('') + blank(html.slice(done));
}

const tagOf = (name: string, tag: string): string =>
  name === 'img' ? tag.replace(/ alt="[^"]*"/, blank) : tag;

const blank = (text: string): string =>
  text.replaceAll(ADDRESS, (address) => GAP + (CLOSING.exec(address)?.[0] ?? ''));
