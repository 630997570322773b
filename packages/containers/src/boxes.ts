import { PARTS_MAX } from './limits.ts';

/** A box of the ISO base media file format (ISO/IEC 14496-12, 4.2). */
export interface Box {
  /** Four characters; none where it is cut off, or claims less than its own header. Such a box is the last. */
  type: string;
  offset: number;
  /** Of what stands behind its header. */
  start: number;
  end: number;
  body: Buffer;
}

/** The boxes between two offsets, one after another. */
export function* listBoxes(bytes: Buffer, from = 0, end = bytes.length): Generator<Box> {
  let offset = from;
  for (let part = 0; offset < end; part += 1) {
    const [header, size] = part < PARTS_MAX ? readHeader(bytes, offset, end) : [0, 0];
    const isWhole = header > 0 && size >= header && offset + size <= end;
    const [start, boxEnd] = isWhole ? [offset + header, offset + size] : [offset, end];
    const type = isWhole ? bytes.toString('latin1', offset + 4, offset + 8) : '';
    yield { type, offset, start, end: boxEnd, body: bytes.subarray(start, boxEnd) };
    offset = boxEnd;
  }
}

/** Length of a box's header and of all of it, as it says; no header where that is cut off. */
function readHeader(bytes: Buffer, offset: number, end: number): [header: number, size: number] {
  if (offset + 8 > end) return [0, 0];
  const short = bytes.readUInt32BE(offset);
  if (short !== 1) return [8, short || end - offset];
  return offset + 16 > end ? [0, 0] : [16, Number(bytes.readBigUInt64BE(offset + 8))];
}

/** The boxes of which `bytes` consist. Throws RangeError where one is cut off. */
export function splitBoxes(bytes: Buffer): Box[] {
  const boxes = [...listBoxes(bytes)];
  if (boxes.at(-1)?.type === '') throw new RangeError('A box is cut off.');
  return boxes;
}

export function buildBox(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint(body.length + 8, 4), Buffer.from(type, 'latin1'), body]);
}

/** A box that begins with a version and flags. */
export const buildFullBox = (
  type: string,
  [version, flags]: readonly [version: number, flags: number],
  ...parts: readonly Buffer[]
): Buffer => buildBox(type, uint(version, 1), uint(flags, 3), ...parts);

/** A number in so many bytes, the highest first. Throws RangeError where it does not fit. */
export function uint(value: number, size: 1 | 2 | 3 | 4): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** Reads fields one after another. Throws RangeError behind the end. */
export class FieldReader {
  readonly bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** A number of so many bytes; 0 of none. */
  uint(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (size === 0) return 0;
    return size === 8 ? Number(this.bytes.readBigUInt64BE(at)) : this.bytes.readUIntBE(at, size);
  }

  /** Four characters. */
  type(): string {
    const at = this.#at;
    this.#at += 4;
    if (this.#at > this.bytes.length) throw new RangeError('A field is cut off.');
    return this.bytes.toString('latin1', at, at + 4);
  }

  /** The version and flags of a full box. */
  head(): { version: number; flags: number } {
    return { version: this.uint(1), flags: this.uint(3) };
  }

  /** Throws RangeError where there are not so many bytes. */
  skip(length: number): void {
    this.#at += length;
    if (this.#at > this.bytes.length) throw new RangeError('A field is cut off.');
  }

  /** What has not been read. */
  rest(): Buffer {
    return this.bytes.subarray(this.#at);
  }
}
