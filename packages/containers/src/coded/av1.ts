import { AV1_METADATA, AV1_UNITS } from '../needed.ts';
import { isBlank, LEFT_OVER, type Part, UNREADABLE } from '../part.ts';
import type { Range } from './range.ts';

const METADATA = 5;
const PADDING = 15;

/** A unit of AV1 (AV1 bitstream, 5.3): its kind, and where what it holds begins and ends. */
interface Unit extends Range {
  kind: number;
  offset: number;
}

/**
 * What coded AV1 holds besides the picture: metadata, and units of a kind that no player reads. Each becomes padding of
 * the same length (AV1 bitstream, 5.9).
 */
export function* walkAv1(bytes: Buffer, { start, end }: Range): Generator<Part> {
  for (let at = start; at < end;) {
    const unit = readUnit(bytes, at, end);
    if (unit === undefined) {
      yield { start: at, end, tells: UNREADABLE, stuck: true };
      return;
    }
    if (!isNeeded(unit, bytes)) {
      const becomes = pad(unit, bytes);
      if (!becomes.equals(bytes.subarray(at, unit.end)))
        yield { start: at, end: unit.end, tells: LEFT_OVER, becomes };
    }
    at = unit.end;
  }
}

function readUnit(bytes: Buffer, offset: number, end: number): Unit | undefined {
  const head = bytes[offset] ?? 0;
  const sizeAt = offset + ((head & 4) === 0 ? 1 : 2);
  const kind = (head >> 3) & 15;
  if (head >= 0x80 || sizeAt > end) return undefined;
  if ((head & 2) === 0) return { kind, offset, start: sizeAt, end };
  let size = 0;
  for (let index = 0; index < 8 && sizeAt + index < end; index += 1) {
    const byte = bytes[sizeAt + index] ?? 0;
    size += (byte & 127) * 2 ** (7 * index);
    if (byte >= 128) continue;
    const start = sizeAt + index + 1;
    return start + size > end ? undefined : { kind, offset, start, end: start + size };
  }
  return undefined;
}

function isNeeded({ kind, start, end }: Unit, bytes: Buffer): boolean {
  const most = AV1_UNITS.get(kind) ?? -1;
  if (kind === METADATA) return end - start <= (AV1_METADATA.get(bytes[start] ?? 0) ?? -1);
  return kind === PADDING ? isBlank(bytes.subarray(start, end - 1)) : end - start <= most;
}

/** Its head says padding, and its last byte that it ends. */
function pad({ offset, start, end }: Unit, bytes: Buffer): Buffer {
  const unit = Buffer.alloc(end - offset);
  bytes.copy(unit, 0, offset, start);
  unit[0] = ((unit[0] ?? 0) & 0x87) | (PADDING << 3);
  if (end > start) unit[unit.length - 1] = 0x80;
  return unit;
}

/** The same coded bytes, with padding in place of what tells; undefined where they cannot be read. */
export function cleanAv1(given: Buffer, from = 0): Buffer | undefined {
  const clean = Buffer.from(given);
  for (const { start, becomes } of walkAv1(given, { start: from, end: given.length })) {
    if (becomes === undefined) return undefined;
    becomes.copy(clean, start);
  }
  return clean.equals(given) ? given : clean;
}
