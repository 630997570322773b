import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Finding } from '@tamizdat/problem';
import { FILE_PROBLEMS, tooLarge } from './file-problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file's text with the SHA-256 (hex) of its bytes, or why there is none. */
export type ReadText = { text: string; digest: string } | { problem: Omit<Finding, 'path'> };

/** Reads UTF-8 text of at most `maxBytes`; a larger file is refused without being read. Never throws. */
export function readText(file: string, maxBytes: number): ReadText {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = fstatSync(handle);
    if (!facts.isFile()) return { problem: FILE_PROBLEMS.special };
    if (facts.size > maxBytes) return { problem: tooLarge(facts.size, maxBytes) };
    return decode(readFileSync(handle));
  } catch {
    return { problem: FILE_PROBLEMS.unreadable };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function decode(bytes: Uint8Array): ReadText {
  try {
    return { text: utf8.decode(bytes), digest: hash('sha256', bytes) };
  } catch {
    return { problem: FILE_PROBLEMS.notUtf8 };
  }
}
