export interface Element {
  id: number;
  /** Offset of the content after id and size. */
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
  return { id, start, end: start + size };
}

/** An unsigned integer of up to six bytes; 0 for longer ones. */
export function readNumber(bytes: Buffer, { start, end }: Element): number {
  const width = end - start;
  return width > 0 && width <= 6 ? bytes.readUIntBE(start, width) : 0;
}

export function readText(bytes: Buffer, { start, end }: Element): string {
  return bytes.toString('latin1', start, Math.min(end, start + 100)).replace(/\0+$/, '');
}
