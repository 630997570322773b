import type { Range } from '../coded/range.ts';
import { isFrame } from './jpeg-tables.ts';

const [SOF0, SOF1, DHT, SOS, DRI] = [0xc0, 0xc1, 0xc4, 0xda, 0xdd];
const CODE_BITS = 16;
const SHORT_BITS = 8;
const BLOCK = 64;

/** What a segment holds, behind its marker and length, and where what follows it begins and ends. */
interface Segment {
  marker: number;
  start: number;
  data: Buffer;
  end: number;
}

/** A table of codes. What a code stands for is given with its length in the byte above; 0 is none. */
interface Codes {
  /** By the next eight bits, for codes that are no longer. */
  short: Uint16Array;
  /** By length: the first code, how many there are, and where what they stand for begins. */
  first: Uint32Array;
  count: Uint32Array;
  place: Uint32Array;
  values: Buffer;
}

interface Component {
  id: number;
  across: number;
  down: number;
}

/** What stands in force where a scan begins. */
interface State {
  width: number;
  height: number;
  components: Component[];
  isSequential: boolean;
  codes: Map<number, Codes>;
  interval: number;
}

/** Blocks of one unit of a scan, each with its codes; how many units there are. */
interface Plan {
  blocks: { first: Codes; rest: Codes }[];
  units: number;
}

/**
 * What stands in the scans of a sequential JPEG behind the last block of the picture, or of a part up to a restart: nothing
 * reads it (ITU-T T.81, F.2.2). By the scans' starts; none of a progressive picture, whose blocks only a decoder can
 * tell, and of one that cannot be read.
 */
export function scanTails(
  segments: Iterable<Segment | number>,
  bytes: Buffer,
): Map<number, Range[]> {
  const state: State = {
    ...{ width: 0, height: 0, components: [], isSequential: false },
    ...{ codes: new Map<number, Codes>(), interval: 0 },
  };
  const tails = new Map<number, Range[]>();
  for (const segment of segments) {
    if (typeof segment === 'number') break;
    const { marker, data, start } = segment;
    if (isFrame(marker)) readFrame(segment, state);
    else if (marker === DHT) readCodes(data, state.codes);
    else if (marker === DRI && data.length >= 2) state.interval = data.readUInt16BE(0);
    else if (marker === SOS && state.isSequential) {
      const from = data.byteOffset - bytes.byteOffset + data.length;
      tails.set(start, walkScan(bytes, { start: from, end: segment.end }, data, state));
    }
  }
  return tails;
}

function readFrame({ marker, data }: Segment, state: State): void {
  state.isSequential = marker === SOF0 || marker === SOF1;
  if (data.length < 6) return;
  [state.height, state.width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
  state.components = [];
  for (let at = 6; at + 3 <= data.length; at += 3)
    state.components.push({
      id: data[at] ?? 0,
      across: (data[at + 1] ?? 0) >> 4,
      down: (data[at + 1] ?? 0) & 15,
    });
}

/** Reads the tables of a segment. Codes of one length follow each other, and the first of the next is twice as large (annex C). */
function readCodes(data: Buffer, codes: Map<number, Codes>): void {
  for (let at = 0; at + 1 + CODE_BITS <= data.length;) {
    const table = buildCodes(
      data.subarray(at + 1, at + 1 + CODE_BITS),
      data.subarray(at + 1 + CODE_BITS),
    );
    codes.set(data[at] ?? 0, table);
    at += 1 + CODE_BITS + table.values.length;
  }
}

function buildCodes(counts: Buffer, rest: Buffer): Codes {
  const number = () => new Uint32Array(CODE_BITS + 1);
  const [first, count, place] = [number(), number(), number()];
  const short = new Uint16Array(1 << SHORT_BITS);
  let [code, value] = [0, 0];
  for (let length = 1; length <= CODE_BITS; length += 1) {
    const many = counts[length - 1] ?? 0;
    [first[length], count[length], place[length]] = [code, many, value];
    for (let each = 0; each < many && length <= SHORT_BITS; each += 1) {
      const span = SHORT_BITS - length;
      const entry = (length << 8) | (rest[value + each] ?? 0);
      short.fill(entry, (code + each) << span, (code + each + 1) << span);
    }
    code = (code + many) << 1;
    value += many;
  }
  return { short, first, count, place, values: rest.subarray(0, value) };
}

/** What the code stands for with which 16 bits begin. */
function lookUp({ short, first, count, place, values }: Codes, bits: number): number {
  const found = short[bits >> (CODE_BITS - SHORT_BITS)] ?? 0;
  if (found > 0) return found;
  for (let length = SHORT_BITS + 1; length <= CODE_BITS; length += 1) {
    const index = (bits >> (CODE_BITS - length)) - (first[length] ?? 0);
    if (index >= 0 && index < (count[length] ?? 0))
      return (length << 8) | (values[(place[length] ?? 0) + index] ?? 0);
  }
  return 0;
}

function walkScan(bytes: Buffer, { start, end }: Range, head: Buffer, state: State): Range[] {
  const plan = planOf(head, state);
  if (plan === undefined) return [];
  const tails: Range[] = [];
  let left = plan.units;
  for (let from = start; from <= end;) {
    const stop = nextRestart(bytes, from, end);
    const units = state.interval > 0 ? Math.min(state.interval, left) : left;
    const read = readUnits(unstuff(bytes, from, stop), plan, units);
    if (read === undefined) return [];
    const tail = { start: stuffedEnd(bytes, from, read), end: stop };
    left -= units;
    // Behind the last block the rest of the scan goes, restarts included.
    if (left <= 0) return [...tails, { start: tail.start, end }];
    if (tail.end > tail.start) tails.push(tail);
    from = stop + 2;
  }
  return [];
}

/** A scan of one component has no filling up to whole units of the others (T.81, A.2.2). */
function planOf(head: Buffer, { width, height, components, codes }: State): Plan | undefined {
  const parts = Array.from({ length: head[0] ?? 0 }, (_, index) => {
    const component = components.find(({ id }) => id === head[1 + 2 * index]);
    const tables = head[2 + 2 * index] ?? 0;
    const [first, rest] = [codes.get(tables >> 4), codes.get(0x10 + (tables & 15))];
    return component && first && rest && { component, first, rest };
  }).filter((part) => part !== undefined);
  const [only] = parts;
  if (only === undefined || parts.length !== head[0] || width * height === 0) return undefined;
  const across = Math.max(...components.map((one) => one.across));
  const down = Math.max(...components.map((one) => one.down));
  const count = (side: number, of: number, most: number) =>
    Math.ceil(Math.ceil((side * of) / most) / 8);
  const { component } = only;
  return parts.length === 1
    ? {
        blocks: [only],
        units: count(width, component.across, across) * count(height, component.down, down),
      }
    : {
        blocks: parts.flatMap((part) =>
          Array<typeof part>(part.component.across * part.component.down).fill(part),
        ),
        units: Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down)),
      };
}

function nextRestart(bytes: Buffer, from: number, end: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at < end; at = bytes.indexOf(0xff, at + 1))
    if ((bytes[at + 1] ?? 0) >= 0xd0 && (bytes[at + 1] ?? 0) <= 0xd7) return at;
  return end;
}

/** Without the zeros that keep markers out of coded data, and sixteen bits more, so that the last code can be looked up. */
function unstuff(bytes: Buffer, from: number, end: number): Buffer {
  const data = Buffer.alloc(end - from + 2);
  let length = 0;
  for (let at = from; at < end; at += 1) {
    data[length] = bytes[at] ?? 0;
    length += 1;
    if (bytes[at] === 0xff && at + 1 < end && bytes[at + 1] === 0) at += 1;
  }
  return data.subarray(0, length + 2);
}

/** Where so many bytes end that were unstuffed. */
function stuffedEnd(bytes: Buffer, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1)
    at += bytes[at] === 0xff && bytes[at + 1] === 0 ? 2 : 1;
  return at;
}

/** Bytes that so many units take; undefined where they are no picture’s, or cut off. */
function readUnits(data: Buffer, { blocks }: Plan, units: number): number | undefined {
  const bits = (data.length - 2) * 8;
  let at = 0;
  const next = (codes: Codes): number => {
    const byte = at >> 3;
    const window = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
    return lookUp(codes, (window >> (8 - (at & 7))) & 0xffff);
  };
  for (let unit = 0; unit < units; unit += 1) {
    for (const { first, rest } of blocks) {
      const size = next(first);
      if (size === 0) return undefined;
      at += (size >> 8) + (size & 0xff);
      for (let place = 1; place < BLOCK; place += 1) {
        const code = next(rest);
        if (code === 0 || at > bits) return undefined;
        const [run, length] = [(code >> 4) & 15, code & 15];
        at += (code >> 8) + length;
        if (length === 0 && run < 15) break;
        place += run;
      }
    }
    if (at > bits) return undefined;
  }
  return Math.ceil(at / 8);
}
