import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../language/say.ts';

/** Writes a file that does not exist yet, with its folders. Throws Error where something stands there. */
export async function writeNewFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(
      say({
        en: `${file} exists already. Nothing was written; choose another --slug or --id.`,
        ru: `${file} уже есть. Ничего не записано; выберите другой --slug или --id.`,
      }),
      {
        cause: error,
      },
    );
  }
}
