import { existsSync, readdirSync } from 'node:fs';
import { say } from '../language/say.ts';

/** Refuses a folder that something would be lost in. @throws Error where it is not empty */
export function refuseFull(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Error(
    say({
      en: `${folder} is not empty, and may be newer. Nothing was fetched; move it away, or go on without fetching.`,
      ru: `Папка ${folder} не пуста, и в ней может быть более новое. Ничего не взято; уберите её в другое место или продолжайте с ней.`,
    }),
  );
}
