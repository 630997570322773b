import { stat } from 'node:fs/promises';

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
  process.stderr.write(`${fault ?? ''} Example: tamizdat tree ${command} dist\n`);
  process.exitCode = 2;
  return undefined;
}

async function findFault(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return 'Name the folder of the tree.';
  try {
    return (await stat(folder)).isDirectory() ? undefined : `${folder} is not a folder.`;
  } catch {
    return `There is no folder ${folder}; tamizdat build makes one.`;
  }
}
