import { ToldError } from '@tamizdat/problem';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { initKeys, type NewKeys } from '@tamizdat/release';
import { readNow } from '../clock/read-now.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent, defaultTree } from '../repository/folders.ts';
import { isWithin } from './is-within.ts';
import { say } from '../language/say.ts';

/**
 * Makes all keys of an outlet in a folder.
 * @throws UsageError for what cannot be asked for; ToldError
 */
export function makeKeys(
  folder: string,
  passphrase: string,
  rootKeys = { count: 3, threshold: 2 },
): NewKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const made = initKeys({ folder, passphrase, rootKeys, now: readNow() });
    // Sealed or not, keys have no place in a repository.
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
    return made;
  } catch (error) {
    const isTyped =
      error instanceof ToldError && ['root-threshold', 'passphrase-short'].includes(error.code);
    throw isTyped ? new UsageError(reasonOf(error)) : error;
  }
}

/**
 * Refuses folders in which keys would be published or written over others.
 * @param published Folders that readers get.
 * @throws UsageError that names all of them
 */
export function refuseFolders(
  folders: readonly string[],
  published: readonly string[] = [defaultContent, defaultTree],
): void {
  const problems = folders.flatMap((folder) => [
    ...(existsSync(folder) && readdirSync(folder).length > 0
      ? [
          say({
            en: `${folder} is not empty. Name a new folder: keys are never written over.`,
            ru: `Папка ${folder} не пуста. Укажите новую: поверх ключей ничего не пишут.`,
          }),
        ]
      : []),
    ...published
      .filter((place) => isWithin(folder, place))
      .map((place) =>
        say({
          en: `${folder} is inside ${place}, which is published. Name another folder.`,
          ru: `${folder} — внутри ${place}, а это публикуется. Укажите другую папку.`,
        }),
      ),
  ]);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
}
