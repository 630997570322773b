import { scanHtml } from '@tamizdat/tree';

/**
 * A text whose attributes hold no “<” and “>”: HTML lets them stand there as they are, but newsboat 2.21 ends a tag at
 * them, and takes the HTML that a text quotes, which is its code’s name too, for links and pictures of the item.
 */
export function plainTags(html: string): string {
  const pieces: string[] = [];
  let done = 0;
  scanHtml(html, {
    openTag: ({ start, end }) => {
      const tag = html.slice(start + 1, end - 1);
      if (!/[<>]/.test(tag)) return;
      pieces.push(html.slice(done, start + 1), tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
      done = end - 1;
    },
  });
  return pieces.join('') + html.slice(done);
}
