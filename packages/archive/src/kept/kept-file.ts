import { isStamp } from '@tamizdat/files';
import { isRecord } from '@tamizdat/problem';
import type { KeptMade } from './kept-made.ts';
import type { Kind } from './made-by-kind.ts';

/** What is known of one file. */
export interface KeptFile {
  stamp: string;
  /** Whether the same stamp is enough to know that it has the same bytes: it was taken long after the last change. */
  isSettled: boolean;
  /** SHA-256 (hex) of its bytes. */
  digest?: string;
  made: Partial<Record<Kind, KeptMade>>;
}

/** What an index says of one file, as it was read and as it stands there. */
export interface KeptLine {
  file: KeptFile;
  bytes: Uint8Array;
}

/** Lines of an index by the path that each is of, relative to the content folder. */
export type KeptLines = ReadonlyMap<string, KeptLine>;

/** A line of an index: JSON, by which nothing is lost of what is made of files. */
export function writeKeptLine(path: string, file: KeptFile): KeptLine {
  const { stamp, isSettled, digest, made } = file;
  return { file, bytes: Buffer.from(JSON.stringify([path, stamp, isSettled, digest, made])) };
}

/**
 * Reads such a line; undefined where it has another form. What was made is not looked through again: it is right where
 * kit and stamp are.
 * @throws SyntaxError for what is not JSON
 */
export function parseKeptLine(bytes: Buffer): [path: string, line: KeptLine] | undefined {
  const value = JSON.parse(bytes.toString()) as unknown;
  if (!Array.isArray(value) || value.length !== 5) return undefined;
  const [path, stamp, isSettled, digest, made] = value as unknown[];
  if (typeof path !== 'string' || !isStamp(stamp) || typeof isSettled !== 'boolean')
    return undefined;
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) return undefined;
  if (!isRecord(made) || !Object.values(made).every(isMade)) return undefined;
  const file = { stamp, isSettled, digest, made: made as KeptFile['made'] };
  return [path, { file, bytes }];
}

const isMade = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['depends'] === 'string' &&
  typeof value['made'] === 'object' &&
  value['made'] !== null;
