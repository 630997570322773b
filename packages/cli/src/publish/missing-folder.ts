import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '@tamizdat/article-schema';
import { MirrorError, type MirrorTarget } from '@tamizdat/mirrors';
import { say } from '../language/say.ts';

/** Either of them stands on every mirror that was published to. */
const SIGNS = ['release/published.json', 'release/bundle.json'];

/**
 * Whether a mirror's folder is not where it should be: a slip of the pen, a disk that is not there, a machine that is not
 * the one meant. Publishing would make it, and say that all is well.
 * @param wasSent Whether it was published to from here before.
 * @returns what is wrong: `folder-missing`, or `folder-emptied` where a folder that held a mirror holds none
 */
export function missingFolder({ place }: MirrorTarget, wasSent: boolean): MirrorError | undefined {
  if (place.kind !== 'folder') return undefined;
  const { folder } = place;
  if (!isThere(folder)) {
    const { message, remedy } = wasSent ? GONE : NEVER;
    const detail = `${folder}\n${describeNearest(folder)}`;
    return new MirrorError('folder-missing', message, remedy, { detail });
  }
  if (!wasSent || SIGNS.some((sign) => existsSync(path.join(folder, sign)))) return undefined;
  return new MirrorError('folder-emptied', EMPTIED.message, EMPTIED.remedy, {
    detail: folder,
  });
}

/** What cannot be asked is told by the publication itself. */
function isThere(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** The nearest folder above that there is, and what in it may have been meant. */
function describeNearest(folder: string): string {
  let above = path.dirname(folder);
  while (!isThere(above) && above !== path.dirname(above)) above = path.dirname(above);
  const [name = ''] = path.relative(above, folder).split(path.sep);
  const meant = nearest(name, listFolders(above));
  return meant === undefined
    ? say({ en: `There is: ${above}`, ru: `Есть: ${above}` })
    : say({
        en: `There is: ${path.join(above, meant)} – was that meant?`,
        ru: `Есть: ${path.join(above, meant)} – может быть, это она?`,
      });
}

function listFolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

const NEVER = {
  message: {
    en: 'The mirror’s folder is not on this machine.',
    ru: 'Папки зеркала на этой машине нет.',
  },
  remedy: {
    en: 'Look at the path. If it is right and the folder is to be made, run it once with --create (tamizdat publish --create, tamizdat ship --create). On a forge’s runner there is no such folder: docs/outlet/every-day.en.md says how a runner reaches one on your own server.',
    ru: 'Проверьте путь. Если он верен и папку надо создать, запустите один раз с --create (tamizdat publish --create, tamizdat ship --create). У исполнителя площадки такой папки нет: как ему дотянуться до папки на вашем сервере, сказано в docs/outlet/every-day.ru.md.',
  },
};

const GONE = {
  message: {
    en: 'The mirror’s folder is gone: it was published to from here before.',
    ru: 'Папка зеркала пропала: раньше отсюда в неё публиковали.',
  },
  remedy: {
    en: 'Look whether its disk is mounted. If the folder is to be made anew, run it once with --create (tamizdat publish --create, tamizdat ship --create).',
    ru: 'Проверьте, подключён ли её диск. Если папку надо создать заново, запустите один раз с --create (tamizdat publish --create, tamizdat ship --create).',
  },
};

const EMPTIED = {
  message: {
    en: 'The mirror’s folder holds no release, and was published to from here before.',
    ru: 'В папке зеркала нет выпуска, хотя раньше отсюда в неё публиковали.',
  },
  remedy: {
    en: 'Look whether its disk is mounted. If the folder was emptied on purpose, run it once with --create (tamizdat publish --create, tamizdat ship --create).',
    ru: 'Проверьте, подключён ли её диск. Если папку очистили намеренно, запустите один раз с --create (tamizdat publish --create, tamizdat ship --create).',
  },
};
