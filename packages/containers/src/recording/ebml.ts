/** An element of EBML (RFC 8794). */
export interface Element {
  id: number;
  offset: number;
  /** Of the content after id and size. */
  start: number;
  end: number;
}

/** Bytes of a variable-size integer by its first byte (RFC 8794, 4); 0 where it is none. */
function widthOf(first: number | undefined): number {
  return first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;
}

/** An element at `offset` (RFC 8794, 4 to 6); undefined where there is none, or where it would leave its parent. */
export function readElement(bytes: Buffer, offset: number, end: number): Element | undefined {
  const idWidth = widthOf(bytes[offset]);
  const sizeAt = offset + idWidth;
  const sizeWidth = widthOf(bytes[sizeAt]);
  const start = sizeAt + sizeWidth;
  if (idWidth === 0 || idWidth > 4 || sizeWidth === 0 || start > end) return undefined;
  const id = bytes.readUIntBE(offset, idWidth);
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeWidth);
  let isUnknown = size === 0xff >> sizeWidth;
  for (let at = sizeAt + 1; at < start; at += 1) {
    size = size * 256 + (bytes[at] ?? 0);
    isUnknown &&= bytes[at] === 0xff;
  }
  // An unknown size is a live stream's; every program that writes files goes back and says it.
  if (isUnknown || start + size > end) return undefined;
  return { id, offset, start, end: start + size };
}

/** The elements in another one, up to the first that cannot be read, which is undefined. */
export function* listElements(bytes: Buffer, { start, end }: Pick<Element, 'start' | 'end'>) {
  for (let offset = start; offset < end;) {
    const element = readElement(bytes, offset, end);
    yield element;
    if (element === undefined) return;
    offset = element.end;
  }
}

/** An unsigned integer of up to six bytes; 0 for longer ones. */
export function readNumber(bytes: Buffer, { start, end }: Element): number {
  const width = end - start;
  return width > 0 && width <= 6 ? bytes.readUIntBE(start, width) : 0;
}

export function readText(bytes: Buffer, { start, end }: Element): string {
  return bytes.toString('latin1', start, Math.min(end, start + 100)).replace(/\0+$/, '');
}

const VOID = 0xec;

/** An empty element of the length of another one (RFC 8794, 11.3.2); none is shorter than two bytes. */
export function emptied({ offset, end }: Element): Buffer {
  const length = end - offset;
  const bytes = Buffer.alloc(length);
  bytes[0] = VOID;
  // One byte of size, or eight.
  if (length <= 128) bytes[1] = 0x80 | (length - 2);
  else {
    bytes[1] = 1;
    bytes.writeUIntBE(length - 9, 3, 6);
  }
  return bytes;
}
