const [DHT, SOS, DQT, DRI] = [0xc4, 0xda, 0xdb, 0xdd];
const CODE_LENGTHS = 16;
const QUANTITIES = 64;

/** How many bytes the tables of a segment have at `at` of its data (ITU-T T.81, B.2.4); 0 where there is none. */
const TABLES: Readonly<Record<number, (data: Buffer, at: number) => number>> = {
  [DQT]: (data, at) => 1 + QUANTITIES * ((data[at] ?? 0) >> 4 === 0 ? 1 : 2),
  [DHT]: (data, at) =>
    data
      .subarray(at + 1, at + 1 + CODE_LENGTHS)
      .reduce((sum, count) => sum + count, 1 + CODE_LENGTHS),
};

/**
 * How many bytes of what a segment with a marker holds are needed: frames and scans say how many components they have, tables
 * follow one another. Undefined where it is cut off. Conditioning of arithmetic codes takes two bytes a table.
 */
export function tableBytes(marker: number, data: Buffer): number | undefined {
  const table = TABLES[marker];
  const needed = table ? lastTable(data, table) : fixedBytes(marker, data);
  return needed > 0 && needed <= data.length ? needed : undefined;
}

/** Where the last whole table ends. */
function lastTable(data: Buffer, length: (data: Buffer, at: number) => number): number {
  let at = 0;
  // Four of a kind can stand there, of which each has one or two classes (B.2.4.2).
  for (let next = length(data, 0); isTable(data, at) && next <= data.length;) {
    at = next;
    next = at < data.length ? at + length(data, at) : Infinity;
  }
  return at;
}

/** Class or precision, and number of a table, each of a few. */
const isTable = (data: Buffer, at: number): boolean =>
  ((data[at] ?? 255) & 15) < 4 && (data[at] ?? 255) >> 4 < 2;

function fixedBytes(marker: number, data: Buffer): number {
  if (marker === SOS) return 4 + 2 * (data[0] ?? 0);
  if (marker === DRI) return 2;
  return marker === 0xcc ? data.length - (data.length % 2) : 6 + 3 * (data[5] ?? 0);
}
