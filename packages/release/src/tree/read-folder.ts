import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { countPieces, MAX_FILE_BYTES, pieceSize } from '@tamizdat/verify/format';
import { ToldError } from '@tamizdat/problem';
import { contentTypeOf, isRebased } from './content-type.ts';
import type { FileRecord } from './file-record.ts';

/** Bytes read at once: the largest piece that is hashed from one buffer. */
const READ_BYTES = 4 * 1024 * 1024;

/**
 * Lists the files of a tree in code-unit order, without the folder `release/`.
 * @throws ToldError `not-a-file` with every symbolic link, socket or device: they mean something else elsewhere.
 */
export function listFolder(folder: string): string[] {
  const { files, others } = walkFolder(folder, (path) => path === 'release');
  if (others.length > 0)
    throw new ToldError(
      'not-a-file',
      {
        en: `Neither file nor folder: ${others.join(', ')}.`,
        ru: `Не файлы и не папки: ${others.join(', ')}.`,
      },
      {
        en: 'A tree holds files alone. Put a copy in place of a link.',
        ru: 'В дереве бывают только файлы. Положите вместо ссылки копию.',
      },
    );
  return files;
}

/** Reads and hashes files of a folder. */
export function readRecords(folder: string, paths: readonly string[]): FileRecord[] {
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  return paths.map((path) => readRecord(folder, path, buffer));
}

function readRecord(folder: string, path: string, buffer: Buffer): FileRecord {
  const file = openSync(join(folder, path), 'r');
  try {
    const { size } = fstatSync(file);
    if (size > MAX_FILE_BYTES)
      throw new ToldError(
        'file-too-large',
        {
          en: `${path} has ${size} bytes; a tree bears up to ${MAX_FILE_BYTES} in a file.`,
          ru: `В ${path} байтов: ${size}, а в файле дерева может быть не больше ${MAX_FILE_BYTES}.`,
        },
        { en: 'Split it or leave it out.', ru: 'Разделите его или уберите.' },
      );
    const { hash, pieces } = hashFile(file, size, buffer);
    const whole = new Uint8Array(Buffer.concat(pieces));
    return {
      path,
      size,
      hash,
      type: contentTypeOf(path),
      rebased: isRebased(path),
      pieceHashes: whole,
    };
  } finally {
    closeSync(file);
  }
}

function hashFile(file: number, size: number, buffer: Buffer): { hash: string; pieces: Buffer[] } {
  const whole = createHash('sha256');
  const pieces: Buffer[] = [];
  const step = pieceSize(size);
  const count = Math.max(countPieces(size), 1);
  for (let number = 0; number < count; number++) {
    const bytes = buffer.subarray(0, Math.min(step, size - number * step));
    for (let read = 0; read < bytes.length;) {
      const got = readSync(file, bytes, read, bytes.length - read, null);
      if (got === 0)
        throw new ToldError(
          'file-changed',
          { en: 'A file shrank while it was read.', ru: 'Файл стал короче, пока его читали.' },
          {
            en: 'Run again when the build has ended.',
            ru: 'Запустите ещё раз, когда сборка закончится.',
          },
        );
      read += got;
    }
    whole.update(bytes);
    if (countPieces(size) > 0) pieces.push(createHash('sha256').update(bytes).digest());
  }
  return { hash: whole.digest('hex'), pieces };
}
