import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isMissing } from '@tamizdat/files';
import { MirrorError } from '../mirror-error.ts';
import type { Outgoing } from './store.ts';

/** SHA-256 of bytes, in hexadecimal digits. */
export const hashBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Bytes of what is to be sent, as it is to be served; 0 where its file is gone. */
export const sizeOf = (content: Outgoing['content']): number =>
  'bytes' in content
    ? content.bytes.length
    : (statSync(content.file, { throwIfNoEntry: false })?.size ?? 0);

/**
 * Sees to it that a file on its way is the one that was signed.
 * @throws MirrorError `tree-changed`
 */
export function ensureHash({ path, hash }: Pick<Outgoing, 'path' | 'hash'>, found: string): void {
  if (found === hash) return;
  throw new MirrorError(
    'tree-changed',
    {
      en: `${path} is not what the release says it is.`,
      ru: `${path} — не то, что сказано в выпуске.`,
    },
    {
      en: 'The tree was built again without a release, or changed while it was sent. Run “tamizdat release”, then publish again.',
      ru: 'Дерево собрано заново без выпуска или изменилось, пока его отправляли. Запустите «tamizdat release» и опубликуйте ещё раз.',
    },
  );
}

/**
 * Reads a file of the tree that is sent.
 * @throws MirrorError `tree-changed` where it is gone
 */
export function readOutgoing(file: string, path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw isMissing(error) ? goneFrom(path) : error;
  }
}

/** What is said of a file that was there when the publication was planned. */
export const goneFrom = (path: string): MirrorError =>
  new MirrorError(
    'tree-changed',
    { en: `${path} is not there any more.`, ru: `${path} больше нет на месте.` },
    {
      en: 'The tree changed while it was sent. Run “tamizdat release”, then publish again.',
      ru: 'Дерево изменилось, пока его отправляли. Запустите «tamizdat release» и опубликуйте ещё раз.',
    },
  );
