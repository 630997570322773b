import type { TreeFile } from '@tamizdat/verify';
import { type Bytes, toBytes, toText } from '../bytes.ts';

/** A file as it is kept: its bytes, and what is needed to verify them when they are read. */
export interface KeptFile {
  path: string;
  /** Number of the release that it was verified under. */
  release: number;
  /** When it was kept, in milliseconds since 1970. */
  at: number;
  /** Kept at the reader's wish, so that it does not go after some days. */
  isPinned: boolean;
  bytes: Bytes;
}

/** What is handed to a page. */
export interface GenuineFile {
  file: TreeFile;
  bytes: Bytes;
}

const LINE_END = 10;

/** Writes a kept file: a line of JSON, then its bytes. */
export function encodeKept({ bytes, ...rest }: KeptFile): Bytes {
  const line = toBytes(`${JSON.stringify(rest)}\n`);
  const whole = new Uint8Array(line.length + bytes.length);
  whole.set(line);
  whole.set(bytes, line.length);
  return whole;
}

/** @returns undefined where the bytes are no kept file of this path; nothing is said of its content */
export function decodeKept(whole: Bytes, path: string): KeptFile | undefined {
  const end = whole.indexOf(LINE_END);
  try {
    const kept = JSON.parse(toText(whole.subarray(0, end))) as KeptFile;
    return kept.path === path ? { ...kept, bytes: whole.slice(end + 1) } : undefined;
  } catch {
    return undefined;
  }
}
