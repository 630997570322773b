import { existsSync } from 'node:fs';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../language/say.ts';

/** Moves an article's folder. Throws Error where something stands at the new place already. */
export async function moveFolder(from: string, to: string): Promise<void> {
  if (existsSync(to))
    throw new Error(
      say({
        en: `${to} exists already. Nothing was changed.`,
        ru: `${to} уже есть. Ничего не изменено.`,
      }),
    );
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to);
  await removeEmpty(path.dirname(from));
}

/** A month's and a year's folder go with their last article: git would not keep them either. */
async function removeEmpty(month: string): Promise<void> {
  try {
    await rmdir(month);
    await rmdir(path.dirname(month));
  } catch {
    // Something else stands in it.
  }
}
