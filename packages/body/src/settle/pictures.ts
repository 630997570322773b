import type { Image, Paragraph } from 'mdast';
import { endOf, startOf } from './nodes.ts';

/** A description, a file’s name, and what may be a caption in whatever quotation marks. */
const PICTURE =
  /^!\[((?:[^[\]\r\n]|\[[^[\]\r\n]*\])*)\]\([ \t]*(?:<([^<>\r\n]+)>|([^<>()"'«“”„‚‘‹\r\n]+?))(?:[ \t]+(["'«“”„‚‘‹(])((?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*)(["'»”“’‘›)]))?[ \t]*\)[ \t]*$/;
/** What a caption cannot hold: it would be lost. */
const KEPT = new Set<string>(['image', 'imageReference', 'footnoteReference', 'html']);

/**
 * The picture that a paragraph was meant to be, where quotation marks inside its caption, others around it or a space in
 * its file’s name keep CommonMark (6.4) from seeing one: nothing else begins and ends so.
 */
export function pictureIn(paragraph: Paragraph, source: string): Image | undefined {
  const { children, position } = paragraph;
  if (position === undefined || children.some(({ type }) => KEPT.has(type))) return undefined;
  const written = source.slice(startOf(paragraph), endOf(paragraph));
  if (!written.startsWith('![')) return undefined;
  const [, alt, inside, bare, , title] = PICTURE.exec(written) ?? [];
  const url = inside ?? bare;
  if (alt === undefined || url === undefined || !/\.[a-z0-9]{2,4}$/i.test(url)) return undefined;
  return {
    type: 'image',
    url,
    alt,
    title: title?.replaceAll(/\\(["'()])/g, '$1').replaceAll(/\s+/g, ' ') ?? null,
    position,
  };
}
