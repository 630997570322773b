import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/**
 * Names of files and folders, given from the working folder, relative to the content folder `root`
 * (`/`-separated, NFC); undefined where there are none. Throws UsageError for one that does not exist
 * or is not of the content folder.
 */
export function selectPaths(names: readonly string[], root: string): string[] | undefined {
  return names.length === 0 ? undefined : names.map((name) => inContent(name, root));
}

function inContent(name: string, root: string): string {
  const absolute = path.resolve(name);
  if (!existsSync(absolute))
    throw new UsageError(
      say({ en: `There is no file or folder “${name}”.`, ru: `Файла или папки «${name}» нет.` }),
    );
  const inside = path.relative(root, absolute);
  if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) {
    throw new UsageError(
      say({
        en: `“${name}” is not in the content folder. Name another with --content.`,
        ru: `«${name}» — не в папке с содержимым. Назовите другую: --content.`,
      }),
    );
  }
  return inside.split(path.sep).join('/').normalize('NFC');
}
