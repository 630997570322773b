import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { isMissing } from '@tamizdat/files';
import { ensureHash, goneFrom } from '../kinds/check-outgoing.ts';
import type { Outgoing } from '../kinds/store.ts';
import { ARCHIVE_READ_BYTES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { LocalRelease } from '../publish/local-release.ts';
import { Outbox } from '../publish/outgoing.ts';
import { listFiles } from '../publish/read-mirror.ts';

/**
 * Lists all files of a release as they are signed, `release/` and names that begin with a dot included, and nothing
 * else that lies in the folder.
 * @returns in the order of the code units of their paths
 */
export function listReleased(local: LocalRelease): Outgoing[] {
  const outbox = new Outbox(local, null);
  const files = [
    ...listFiles(local).map((file) => outbox.path(file)),
    ...[...local.names].map((name) => outbox.name(name)),
    outbox.bytes('bundle.json', local.bundle),
    outbox.bytes('timestamp.json', local.timestampFile),
  ];
  return files.sort(({ path: one }, { path: other }) => (one < other ? -1 : 1));
}

/**
 * Reads a file of a release, piece by piece, and judges it by its hash at the end.
 * @throws MirrorError `tree-changed`
 */
export function* readReleased(file: Outgoing): Generator<Uint8Array> {
  if ('bytes' in file.content) {
    yield file.content.bytes;
    return;
  }
  const hash = createHash('sha256');
  for (const chunk of readChunks(file.content.file, file.path)) {
    hash.update(chunk);
    yield chunk;
  }
  ensureHash(file, hash.digest('hex'));
}

function* readChunks(file: string, path: string): Generator<Uint8Array> {
  const handle = openReleased(file, path);
  try {
    const { size } = fstatSync(handle);
    for (let at = 0; at < size; at += ARCHIVE_READ_BYTES) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(ARCHIVE_READ_BYTES, size - at));
      yield chunk.subarray(0, readSync(handle, chunk));
    }
  } finally {
    closeSync(handle);
  }
}

function openReleased(file: string, path: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw isMissing(error) ? goneFrom(path) : unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): MirrorError =>
  new MirrorError(
    'tree-unreadable',
    {
      en: 'A file of the released tree cannot be read.',
      ru: 'Файл выпущенного дерева не читается.',
    },
    {
      en: 'Give the account that publishes the right to read it, and publish again.',
      ru: 'Дайте учётной записи, которая публикует, право читать его и опубликуйте ещё раз.',
    },
    { detail: `${String((error as NodeJS.ErrnoException).code)} ${path}` },
  );
