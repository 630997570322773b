import type { Image, Paragraph } from 'mdast';
import { endOf, startOf } from './nodes.ts';

/** A description, a file’s name, and a caption, in whatever quotation marks. */
const PICTURE =
  /^!\[([^[\]\r\n]*)\]\([ \t]*(?:<([^<>\r\n]+)>|([^<>()"\r\n]+?))(?:[ \t]+"([^\r\n]*)")?[ \t]*\)[ \t]*$/;

/**
 * The picture that a paragraph was meant to be, where quotation marks inside its caption or a space in its file’s name
 * keep CommonMark (6.4) from seeing one: nothing else begins and ends so.
 */
export function pictureIn(paragraph: Paragraph, source: string): Image | undefined {
  const [only, ...others] = paragraph.children;
  if (only?.type !== 'text' || others.length > 0 || paragraph.position === undefined)
    return undefined;
  const written = source.slice(startOf(paragraph), endOf(paragraph));
  const [, alt, inside, bare, title] = PICTURE.exec(written) ?? [];
  const url = inside ?? bare;
  if (alt === undefined || url === undefined || !/\.[a-z0-9]{2,4}$/i.test(url)) return undefined;
  return {
    type: 'image',
    url,
    alt,
    title: title?.replaceAll('\\"', '"') ?? null,
    position: paragraph.position,
  };
}
