import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FAT_FILE_MAX } from '@tamizdat/stick';
import { say } from '../language/say.ts';
import { type OutFile, zipLazily } from './out-file.ts';
import { placeWhole } from './place-out.ts';

/** Writes files into a new folder. @returns their bytes */
export async function writeFolder(out: string, files: readonly OutFile[]): Promise<number> {
  let total = 0;
  await placeWhole(out, async (part) => {
    total = await fillFolder(part, files);
  });
  return total;
}

/** The same without a temporary name: for what is itself temporary. */
export async function fillFolder(folder: string, files: readonly OutFile[]): Promise<number> {
  let total = 0;
  for (const { path: name, load } of files) {
    const file = path.join(folder, name);
    const bytes = await load();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    total += bytes.length;
  }
  return total;
}

/** Writes files as one zip. @returns its bytes @throws Error where it is larger than FAT holds */
export async function writeZip(out: string, files: readonly OutFile[]): Promise<number> {
  let size = 0;
  await placeWhole(out, async (part) => {
    await pipeline(zipLazily(files), createWriteStream(part, { flags: 'wx' }));
    ({ size } = await stat(part));
    if (size <= FAT_FILE_MAX) return;
    throw new Error(
      say({
        en: `The zip has ${size} bytes, and a stick formatted as FAT holds no file above ${FAT_FILE_MAX}: nothing was left there. Take fewer years (--years), smaller pictures (--pictures), no --recordings, or a folder (--as folder).`,
        ru: `В zip ${size} байт, а на флешке с FAT файл не может быть больше ${FAT_FILE_MAX}; ничего не оставлено. Возьмите меньше лет (--years), картинки поменьше (--pictures), без --recordings, или папку (--as folder).`,
      }),
    );
  });
  return size;
}
