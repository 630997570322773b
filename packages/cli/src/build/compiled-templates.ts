import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '@tamizdat/files';
import { compileQuick, mayStartQuick } from '../compiled/compile-quick.ts';
import { compiledTemplates, quickKit, templatesMade } from '../repository/folders.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { announce } from './announce.ts';
import { keepKit } from './digest-kit.ts';
import { runTurbo } from './run-turbo.ts';
import { say } from '../language/say.ts';

/**
 * Has Turborepo compile the templates, where they are not those of this kit.
 * @param kit What `digestKit` gives.
 * @returns whether there are compiled templates now; Turborepo has told of what is wrong.
 */
export async function compileTemplates(kit: string): Promise<boolean> {
  if (readKit(templatesMade) !== kit || !existsSync(compiledTemplates)) {
    const task = ['run', 'build', '--filter=@tamizdat/site', '--output-logs=errors-only'];
    if ((await runTurbo(task, {})) !== 0) return false;
    writeWhole(templatesMade, kit);
  }
  await quicken(kit);
  return true;
}

/** Has the next builds start quicker. Without it they are the same. */
async function quicken(kit: string): Promise<void> {
  try {
    keepKit();
    if (mayStartQuick(process) && readKit(quickKit) !== kit) await compileQuick(kit);
  } catch (error) {
    announce(
      say({
        en: `The next build will start slower: ${reasonOf(error)}`,
        ru: `Следующая сборка будет запускаться медленнее: ${reasonOf(error)}`,
      }),
    );
  }
}

const readKit = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
