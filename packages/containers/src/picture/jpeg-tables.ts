const [DHT, SOS, DQT, DRI] = [0xc4, 0xda, 0xdb, 0xdd];
const CODE_LENGTHS = 16;
const QUANTITIES = 64;

/** How many bytes the tables of a segment have at `at` of its data (ITU-T T.81, B.2.4). */
const TABLES: Readonly<Record<number, (data: Buffer, at: number) => number>> = {
  [DQT]: (data, at) => 1 + QUANTITIES * ((data[at] ?? 0) >> 4 === 0 ? 1 : 2),
  [DHT]: (data, at) =>
    data
      .subarray(at + 1, at + 1 + CODE_LENGTHS)
      .reduce((sum, count) => sum + count, 1 + CODE_LENGTHS),
  [DRI]: () => 2,
};

/** What a segment holds, behind its marker and length. */
interface Segment {
  marker: number;
  start: number;
  data: Buffer;
}

/** A table of a segment: what it is for, and its bytes. */
interface Table {
  /** Marker, and for quantities and codes class and number: a later one of the same name takes its place. */
  name: string;
  bytes: Buffer;
  isUsed: boolean;
}

/** The whole tables of a segment, one behind another. */
function listTables({ marker, data }: Segment): Table[] {
  const length = TABLES[marker];
  const tables: Table[] = [];
  for (let at = 0; length && at < data.length;) {
    const end = at + length(data, at);
    if (end > data.length || !(marker === DRI || isTable(data, at))) break;
    tables.push({ name: nameOf(marker, data, at), bytes: data.subarray(at, end), isUsed: false });
    // The interval of restarts is one.
    at = marker === DRI ? data.length : end;
  }
  return tables;
}

function nameOf(marker: number, data: Buffer, at: number): string {
  const head = data[at] ?? 0;
  if (marker === DRI) return 'DRI';
  return marker === DQT ? `DQT ${String(head & 15)}` : `DHT ${String(head)}`;
}

/** Class or precision, and number of a table, each of a few. */
const isTable = (data: Buffer, at: number): boolean =>
  ((data[at] ?? 255) & 15) < 4 && (data[at] ?? 255) >> 4 < 2;

/**
 * What segments of tables hold that a scan needs, by where they start: tables that no scan reads, and those in whose place
 * others come before one does, could be anything. A segment without a whole table is none of them.
 */
export function neededTables(segments: Iterable<Segment | number>): ReadonlyMap<number, Buffer> {
  const given = new Map<number, Table[]>();
  const current = new Map<string, Table>();
  /** Which quantities a component has, by its number. */
  const quantities = new Map<number, number>();
  for (const segment of segments) {
    if (typeof segment === 'number') break;
    const { marker, start, data } = segment;
    if (TABLES[marker]) {
      const tables = listTables(segment);
      if (tables.length > 0) given.set(start, tables);
      for (const table of tables) current.set(table.name, table);
    } else if (marker === SOS)
      for (const name of namesIn(data, quantities)) {
        const table = current.get(name);
        if (table) table.isUsed = true;
      }
    else if (isFrame(marker))
      for (let at = 6; at + 3 <= data.length; at += 3)
        quantities.set(data[at] ?? 0, data[at + 2] ?? 0);
  }
  return new Map(
    [...given].map(([start, tables]) => [
      start,
      Buffer.concat(tables.filter(({ isUsed }) => isUsed).map(({ bytes }) => bytes)),
    ]),
  );
}

/** The tables that a scan reads: codes of both classes, and quantities, of each of its components (B.2.3). */
function namesIn(data: Buffer, quantities: ReadonlyMap<number, number>): string[] {
  const components = Array.from({ length: data[0] ?? 0 }, (_, index) => 1 + 2 * index);
  return [
    'DRI',
    ...components.flatMap((at) => {
      const codes = data[at + 1] ?? 0;
      return [
        `DQT ${String(quantities.get(data[at] ?? 0))}`,
        `DHT ${String(codes >> 4)}`,
        `DHT ${String(0x10 + (codes & 15))}`,
      ];
    }),
  ];
}

/** Markers that begin a frame, which says how large the picture is (B.2.2). */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** How many bytes of what a frame or a scan says are needed. Undefined where it is cut off. */
export function headBytes(marker: number, data: Buffer): number | undefined {
  const needed = marker === SOS ? 4 + 2 * (data[0] ?? 0) : 6 + 3 * (data[5] ?? 0);
  return needed <= data.length ? needed : undefined;
}
