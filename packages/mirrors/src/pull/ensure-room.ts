import { statfsSync } from 'node:fs';
import type { Release, TreeFile } from '@tamizdat/verify';
import { FILE_OVERHEAD_BYTES, FREE_DISK_BYTES } from '../limits.ts';
import { ToldError } from '@tamizdat/problem';

/** @throws ToldError for a site that is larger than somebody is willing to host */
export function refuseLarge({ tree }: Release, maxBytes: number): void {
  if (tree.bytes <= maxBytes) return;
  throw new ToldError(
    'too-large',
    {
      en: `The site takes ${showBytes(tree.bytes)}, and this copy may take ${showBytes(maxBytes)}.`,
      ru: `Сайт занимает ${showBytes(tree.bytes)}, а этой копии отведено ${showBytes(maxBytes)}.`,
    },
    {
      en: 'If you want to give it that much: --max-size 40G',
      ru: 'Если готовы отвести больше: --max-size 40G',
    },
  );
}

/**
 * Looks whether what is to be fetched fits the disk, before any of it is.
 * @throws ToldError
 */
export function ensureRoom(folder: string, files: readonly TreeFile[]): void {
  const needed = files.reduce((sum, { size }) => sum + size + FILE_OVERHEAD_BYTES, 0);
  const free = roomOf(folder);
  if (needed <= free) return;
  throw new ToldError(
    'no-room',
    {
      en: `${showBytes(needed)} are to be fetched, and the disk of ${folder} has room for ${showBytes(Math.max(free, 0))} (${showBytes(FREE_DISK_BYTES)} stay free).`,
      ru: `Скачать надо ${showBytes(needed)}, а на диске папки ${folder} есть место для ${showBytes(Math.max(free, 0))} (${showBytes(FREE_DISK_BYTES)} остаются свободными).`,
    },
    {
      en: 'Make room, or name a folder on another disk. Nothing was fetched.',
      ru: 'Освободите место или укажите папку на другом диске. Ничего не скачано.',
    },
  );
}

/** Bytes that may be written to the disk of a folder; below 0 where it is fuller than it should be. */
export function roomOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize - FREE_DISK_BYTES;
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A number of bytes for a person: `1.5 GiB`. */
export function showBytes(bytes: number): string {
  const unit = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  const value = bytes / 2 ** (unit * 10);
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
