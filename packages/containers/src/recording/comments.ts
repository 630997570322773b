import { NEUTRAL_NAMES } from '../needed.ts';
import { isBlank, LEFT_OVER, PROGRAM, UNREADABLE } from '../part.ts';
import type { Word } from '../words.ts';

/** First bytes of the packet of comments, and the bit that ends it, by coding (RFC 7845, 5.2; Vorbis I, 5.2.1). */
const FORMS = [
  { mark: 'OpusTags', last: 0 },
  { mark: '\x03vorbis', last: 1 },
] as const;

/** What a packet of comments says; nothing where it is empty. */
export function tellComments(packet: Buffer): Word[] {
  const form = formOf(packet);
  const vendorAt = (form?.mark.length ?? 0) + 4;
  const vendor = form && packet.length >= vendorAt ? packet.readUInt32LE(vendorAt - 4) : Infinity;
  const end = vendorAt + vendor + 4;
  if (form === undefined || end > packet.length) return [UNREADABLE];
  const isNeutral = NEUTRAL_NAMES.has(packet.toString('latin1', vendorAt, vendorAt + vendor));
  const said: Word[] = isNeutral ? [] : [PROGRAM];
  if (packet.readUInt32LE(end - 4) > 0) return [...said, 'comments'];
  const isEmpty = (packet[end] ?? form.last) === form.last && isBlank(packet.subarray(end + 1));
  return isEmpty ? said : [...said, LEFT_OVER];
}

const formOf = (packet: Buffer) =>
  FORMS.find(({ mark }) => packet.toString('latin1', 0, mark.length) === mark);

/** A packet without a comment or a vendor, of the same length; undefined where that is no packet of comments. */
export function emptyComments(packet: Buffer): Buffer | undefined {
  const form = formOf(packet);
  if (form === undefined || packet.length < form.mark.length + 8 + form.last) return undefined;
  const empty = Buffer.alloc(packet.length);
  empty.write(form.mark, 'latin1');
  if (form.last > 0) empty[form.mark.length + 8] = form.last;
  return empty;
}
