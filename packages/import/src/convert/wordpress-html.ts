import { type Counts, count } from './mend-text.ts';
import { replaceTags } from './replace-tags.ts';

/** Blocks that stand by themselves in what WordPress keeps: all else of a paragraph is text. */
const BLOCK =
  /^\s*<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|pre|hr|iframe|section|article|aside|dl|dt|dd|address|form|fieldset|script|style|object|video|audio|noscript)[\s>/]/i;
const KEPT = /<(pre|script|style|textarea)\b[\s\S]{0,200000}?<\/\1>/gi;
const CAPTION = /\[caption\b([^\]\n]{0,1000})\]([\s\S]{0,20000}?)\[\/caption\]/gi;
const EMBED = /\[embed\b[^\]\n]{0,300}\]\s{0,9}([^\s[\]]{1,2000})\s{0,9}\[\/embed\]/gi;
/** A short code has attributes, or is one of those that everybody had; its words stay, itself is never run. */
const SHORT_CODE =
  /\[(?!\[)(\/?[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:"[^"\]\n]{0,1000}"|'[^'\]\n]{0,1000}'|[^\s\]"']{1,300})){1,20}\s*\/?|\/?(?:gallery|playlist|audio|video|embed|caption|youtube|more|toc|contact-form(?:-7)?|column|columns|row|button|quote|spoiler|tabs?|footnotes?))\]/gi;

/** What WordPress makes of a text when it shows it, without running anything: paragraphs, captions, embeds. */
export function showWordpress(html: string, counts: Counts): string {
  const kept: string[] = [];
  const codes = new Set<string>();
  const held = replaceTags(html.replaceAll('\r\n', '\n'), '<!--', '-->', () => '')
    .replaceAll(KEPT, (whole) => `\u0000${kept.push(whole) - 1}\u0000`)
    .replaceAll(CAPTION, (_, __, inner: string) => captioned(inner))
    .replaceAll(EMBED, (_, address: string) => `\n\n${address}\n\n`)
    .replaceAll(SHORT_CODE, (_, code: string) => {
      if (!code.startsWith('/')) count(counts, 'short codes, not run');
      codes.add(/[\w-]+/.exec(code)?.[0] ?? '');
      return '';
    })
    .replaceAll(/\[\/([a-z][\w-]{1,40})\]/gi, (whole, name: string) =>
      codes.has(name) ? '' : whole,
    );
  const paragraphs = held
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => (isBlock(part) ? part : paragraph(part.trim())));
  return paragraphs
    .join('\n\n')
    .replaceAll(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)] ?? '');
}

/** An address alone in its line is what WordPress shows the thing at that address for. */
const paragraph = (part: string): string =>
  /^https?:\/\/[^\s<>"]{1,2000}$/.test(part)
    ? `<p><a href="${part}">${part}</a></p>`
    : `<p>${part.replaceAll('\n', '<br>\n')}</p>`;

const isBlock = (part: string): boolean => BLOCK.test(part) || /^\s*\u0000/.test(part);

/** `[caption]<img> Words[/caption]`: what follows the picture, or the link around it, is its caption. */
function captioned(inner: string): string {
  const at = inner.search(/<img\b/i);
  const end = at === -1 ? -1 : inner.indexOf('>', at) + 1;
  if (end <= 0) return inner;
  const link = /^\s*<\/a>/i.exec(inner.slice(end))?.[0] ?? '';
  const picture = inner.slice(0, end) + link;
  const words = inner.slice(picture.length);
  return `\n\n<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>\n\n`;
}
