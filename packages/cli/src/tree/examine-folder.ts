import { stat } from 'node:fs/promises';
import { say } from '../language/say.ts';

/**
 * Runs `examine` over the folder a user named. Where there is no such folder, says what to write, sets exit code 2
 * and gives undefined.
 */
export async function examineFolder<Result>(
  folder: string | undefined,
  command: string,
  examine: (folder: string) => Promise<Result>,
): Promise<Result | undefined> {
  const fault = await findFault(folder);
  if (folder !== undefined && fault === undefined) return examine(folder);
  const example = say({ en: 'Example', ru: 'Пример' });
  process.stderr.write(`${fault ?? ''} ${example}: tamizdat tree ${command} dist\n`);
  process.exitCode = 2;
  return undefined;
}

async function findFault(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined)
    return say({ en: 'Name the folder of the tree.', ru: 'Назовите папку дерева.' });
  try {
    if ((await stat(folder)).isDirectory()) return undefined;
    return say({ en: `${folder} is not a folder.`, ru: `${folder} — не папка.` });
  } catch {
    return say({
      en: `There is no folder ${folder}; tamizdat build makes one.`,
      ru: `Папки ${folder} нет; её создаёт tamizdat build.`,
    });
  }
}
