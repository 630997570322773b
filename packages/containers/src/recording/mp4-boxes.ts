import { PARTS_MAX } from '../limits.ts';

export interface Box {
  type: string;
  /** Offset of the content after the header. */
  start: number;
  end: number;
}

/**
 * Boxes of ISO/IEC 14496-12, 4.2 between two offsets. A box that is cut off or claims less than its own header comes
 * as one without a name, and is the last.
 */
export function* listBoxes(bytes: Buffer, start: number, end: number): Generator<Box> {
  let offset = start;
  for (let part = 0; offset < end; part += 1) {
    const box = part < PARTS_MAX ? readBox(bytes, offset, end) : undefined;
    if (box === undefined) {
      yield { type: '', start: offset, end };
      return;
    }
    yield box;
    offset = box.end;
  }
}

function readBox(bytes: Buffer, offset: number, end: number): Box | undefined {
  if (offset + 8 > end) return undefined;
  const short = bytes.readUInt32BE(offset);
  const isLong = short === 1;
  const header = isLong ? 16 : 8;
  if (offset + header > end) return undefined;
  const size = isLong ? Number(bytes.readBigUInt64BE(offset + 8)) : short || end - offset;
  if (size < header || offset + size > end) return undefined;
  const type = bytes.toString('latin1', offset + 4, offset + 8);
  return { type, start: offset + header, end: offset + size };
}
