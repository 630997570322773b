/**
 * Writes HTML as short as its grammar allows without changing what a reader sees of it: no quotes around values that need
 * none (HTML, 13.1.2.3), no tags that what follows implies (13.1.2.4), no white space between blocks. For rendered,
 * well-formed pages; what stands in a script, style, `pre` or `template` is left alone.
 */
export function slimMarkup(html: string): string {
  return html.replace(PIECE, (piece: string, left: string | undefined, ending?: string) => {
    if (left !== undefined) return piece;
    return ending === undefined ? unquote(piece) : '';
  });
}

const LEFT = String.raw`<(script|style|pre|template|textarea|noscript)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->`;
const ITEM_END = String.raw`<\/(?:li|t[dhr]|tbody)>(?=<(?:li|t[dhr]|tbody)[\s>]|<\/(?:ul|ol|t[dhr]|tbody|thead|table)>)`;
/** A paragraph ends by itself before another block, and where its parent ends, unless that is one of those HTML names. */
const BLOCKS =
  'p|div|ul|ol|h[1-6]|section|aside|article|blockquote|figure|table|header|footer|nav|form|fieldset';
const PARENTS =
  'div|section|article|aside|li|blockquote|header|footer|main|figcaption|td|form|fieldset';
const PARAGRAPH_END = String.raw`<\/p>\s*(?=<(?:${BLOCKS})[\s>]|<\/(?:${PARENTS})>)`;
/** White space between two blocks is never shown. */
const GAP = String.raw`(?<=<\/(?:ul|ol|h[1-6]|section|blockquote|figure|table|div)>)\s+(?=<(?:${BLOCKS})[\s>])`;
/** The document's own ends. */
const LAST = String.raw`<\/body>\s*<\/html>\s*$`;
/** Where the head ends and the body begins, which the first element of a body tells as well. */
const MIDDLE = String.raw`<\/head>\s*<body>\s*(?=<(?:a|header|main)[\s>])`;
const TAG = String.raw`<[a-z][\w-]*(?:\s+[\w:-]+(?:=(?:"[^"]*"|[^\s"'>]+))?)+\s*>`;
const PIECE = new RegExp(
  `${LEFT}|(${ITEM_END}|${PARAGRAPH_END}|${GAP}|${LAST}|${MIDDLE})|${TAG}`,
  'g',
);

/** A slash before `>` would close a tag of SVG, so a value that ends with one keeps its quotes. */
function unquote(tag: string): string {
  return tag.replace(/="([^\s"'`=<>]*[^\s"'`=<>/])"/g, '=$1');
}
