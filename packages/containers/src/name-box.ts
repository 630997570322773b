import type { Box } from './boxes.ts';
import { PEEK_BYTES } from './limits.ts';
import { printable, UNREADABLE } from './part.ts';
import type { Word } from './words.ts';

/** The `uuid` box in which Adobe's tools put XMP (XMP specification, part 3). */
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';

/** Words for a box that is not needed: what it is called, and what it is known to tell. */
export function nameBox({ type, body }: Box): Word[] {
  const inside = type + body.toString('latin1', 0, PEEK_BYTES);
  const words: Word[] = [nameOf(type, body)];
  if (/\xa9mak|\xa9mod|\.make|\.model/.test(inside)) words.unshift('device');
  if (/\xa9xyz|loci|location/.test(inside)) words.unshift('GPS position');
  return words;
}

function nameOf(type: string, body: Buffer): Word {
  if (type === '') return UNREADABLE;
  const isXmp =
    type === 'XMP_' ||
    (type === 'uuid' && body.toString('hex', 0, XMP_UUID.length / 2) === XMP_UUID);
  return isXmp ? 'XMP' : `box “${printable(type)}”`;
}
