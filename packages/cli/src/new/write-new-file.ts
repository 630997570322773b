import path from 'node:path';
import { createFile } from '@tamizdat/files';
import { say } from '../language/say.ts';

/**
 * Writes a file of the content folder that does not exist yet, with its folders; gives it, absolute. Throws Error where
 * something stands there, ForeignFileError where a link stands on the way.
 */
export function writeNewFile(root: string, inside: string, text: string): string {
  const file = path.join(root, inside);
  try {
    createFile(root, file, text);
    return file;
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
