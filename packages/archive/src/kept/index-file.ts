import { hash } from 'node:crypto';
import { readPlain, writeWhole } from '@tamizdat/files';
import { INDEX_MAX_BYTES } from '../limits.ts';
import { type KeptLine, type KeptLines, parseKeptLine } from './kept-file.ts';

const FORMAT = 'tamizdat-content-2';

/** Why there is no index to be used: `none` before the first, `other` where another kit wrote it. */
export type IndexMissing = 'none' | 'other' | 'damaged';

/**
 * Loads an index. A cache may have brought it from another machine, or half of it: one that is not as {@link saveIndex}
 * left it is none, and all that is lost is work. What it says counts for files with the stamps that it names alone.
 * @param kit Everything that the parsing of one and the same file depends on: the kit, and what runs it.
 */
export function loadIndex(place: string, kit: string): KeptLines | IndexMissing {
  let bytes: Buffer;
  try {
    const { buffer, byteOffset, byteLength } = readPlain(place, INDEX_MAX_BYTES);
    bytes = Buffer.from(buffer, byteOffset, byteLength);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? 'none'
      : 'damaged';
  }
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  const [format, maker, digest] = bytes.toString('latin1', 0, Math.max(end, 0)).split(' ');
  if (digest !== sha256(body)) return 'damaged';
  if (format !== FORMAT || maker !== sha256(kit)) return 'other';
  return parseLines(body) ?? 'damaged';
}

/** Saves an index where {@link loadIndex} finds it. */
export function saveIndex(place: string, kit: string, lines: KeptLines): void {
  const body = Buffer.concat([...lines.values()].flatMap(({ bytes }) => [bytes, LINE_END]));
  const head = Buffer.from(`${FORMAT} ${sha256(kit)} ${sha256(body)}\n`);
  writeWhole(place, Buffer.concat([head, body]));
}

const LINE_END = Buffer.from('\n');

function parseLines(body: Buffer): KeptLines | undefined {
  const lines = new Map<string, KeptLine>();
  for (let start = 0; start < body.length;) {
    const end = body.indexOf(LINE_END, start);
    const parsed = end === -1 ? undefined : tryLine(body.subarray(start, end));
    if (parsed === undefined) return undefined;
    lines.set(...parsed);
    start = end + 1;
  }
  return lines;
}

function tryLine(bytes: Buffer): [string, KeptLine] | undefined {
  try {
    return parseKeptLine(bytes);
  } catch {
    return undefined;
  }
}

const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes);
