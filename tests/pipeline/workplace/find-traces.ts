import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listFiles } from './tree-state.ts';

/**
 * Files of a tree that hold a text, in their names or bytes, whatever the case; the parts of a search index are
 * unpacked first. The text is ASCII.
 */
export function findTraces(folder: string, needle: string): string[] {
  const wanted = needle.toLowerCase();
  return listFiles(folder).filter(
    (file) =>
      file.toLowerCase().includes(wanted) ||
      unpacked(readFileSync(path.join(folder, file)))
        .toString('latin1')
        .toLowerCase()
        .includes(wanted),
  );
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
