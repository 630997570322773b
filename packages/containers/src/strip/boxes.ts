import { HEADER_PARTS_MAX } from '../limits.ts';

/** A box of the ISO base media file format (ISO/IEC 14496-12, 4.2). */
export interface Box {
  /** Four characters. */
  type: string;
  /** What stands behind its header. */
  body: Buffer;
}

/** The boxes of which `bytes` consist. Throws RangeError where one is cut off, or where they are too many. */
export function splitBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const short = bytes.readUInt32BE(offset);
    const long = short === 1 ? Number(bytes.readBigUInt64BE(offset + 8)) : short;
    const end = short === 0 ? bytes.length : offset + long;
    const start = offset + (short === 1 ? 16 : 8);
    if (end > bytes.length || end < start) throw new RangeError('A box is cut off.');
    if (boxes.length === HEADER_PARTS_MAX) throw new RangeError('There are too many boxes.');
    boxes.push({
      type: bytes.toString('latin1', offset + 4, offset + 8),
      body: bytes.subarray(start, end),
    });
    offset = end;
  }
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

  /** What has not been read. */
  rest(): Buffer {
    return this.bytes.subarray(this.#at);
  }
}
