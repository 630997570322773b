import { findWholeFile } from '../finding.ts';
import { MAX_NAME_BYTES, MAX_PATH_LENGTH } from '../limits.ts';
import { shortenFound } from '../text-position.ts';
import type { Problem } from '@tamizdat/problem';
import { foldName } from '../fold-name.ts';
import { listParents } from '../walk-tree.ts';

interface NameRule extends Pick<Problem, 'code' | 'message' | 'remedy' | 'ru'> {
  isBroken: (name: string) => boolean;
}

const RENAME = {
  en: 'Use lower-case ASCII letters, digits and hyphens.',
  ru: 'Используйте строчные латинские буквы, цифры и дефисы.',
};

/** What at least one of the hosts, file systems and archives a tree travels through does not bear in a name. */
const NAME_RULES: readonly NameRule[] = [
  {
    code: 'name-not-nfc',
    isBroken: (name) => name !== name.normalize('NFC'),
    message: 'The name is not in Unicode’s composed form (NFC): some systems would change it.',
    remedy: RENAME.en,
    ru: {
      message: 'Имя записано не в составной форме Юникода (NFC): некоторые системы его изменят.',
      remedy: RENAME.ru,
    },
  },
  {
    code: 'name-characters',
    isBroken: (name) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\:*?"<>|#%]/u.test(name),
    message: String.raw`The name holds a control character or one of \ : * ? " < > | # %.`,
    remedy: RENAME.en,
    ru: {
      message: String.raw`В имени есть управляющий символ или один из знаков \ : * ? " < > | # %.`,
      remedy: RENAME.ru,
    },
  },
  {
    code: 'name-device',
    isBroken: (name) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name),
    message: 'The name is a device on Windows, where the tree could not be unpacked.',
    remedy: 'Choose another name.',
    ru: {
      message: 'В Windows это имя устройства: там дерево не распаковать.',
      remedy: 'Выберите другое имя.',
    },
  },
  {
    code: 'name-edges',
    isBroken: (name) => /^\s|[\s.]$/.test(name),
    message: 'The name starts with a space, or ends with a space or a dot, which Windows drops.',
    remedy: RENAME.en,
    ru: {
      message:
        'Имя начинается с пробела либо кончается пробелом или точкой, а Windows их отбрасывает.',
      remedy: RENAME.ru,
    },
  },
  {
    code: 'name-long',
    isBroken: (name) => Buffer.byteLength(name) > MAX_NAME_BYTES,
    message: `The name is longer than ${MAX_NAME_BYTES} bytes.`,
    remedy: 'Shorten it.',
    ru: { message: `Имя длиннее ${MAX_NAME_BYTES} байт.`, remedy: 'Сократите его.' },
  },
];

/** Checks the names of a tree's files and folders, in the order of `paths`. */
export function checkNames(paths: readonly string[]): Problem[] {
  return [...paths.flatMap(checkName), ...findCaseCollisions(paths)];
}

/** What breaks no rule: most names of a tree. */
const PLAIN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9._-]{0,99}[a-z0-9_-]$/;

function checkName(path: string): Problem[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (PLAIN.test(name) && path.length <= MAX_PATH_LENGTH) return [];
  const broken = NAME_RULES.filter((rule) => rule.isBroken(name));
  const problems = broken.map(({ code, message, remedy, ru }) =>
    findWholeFile(path, { code, found: shortenFound(name), message, remedy, ru }),
  );
  if (path.length > MAX_PATH_LENGTH) problems.push(findWholeFile(path, PATH_LONG));
  return problems;
}

const PATH_LONG = {
  code: 'path-long',
  message: `The path is longer than ${MAX_PATH_LENGTH} characters, too long for Windows.`,
  remedy: 'Shorten the names in it.',
  ru: {
    message: `Путь длиннее ${MAX_PATH_LENGTH} символов, для Windows это слишком много.`,
    remedy: 'Сократите имена в нём.',
  },
};

function findCaseCollisions(paths: readonly string[]): Problem[] {
  const firstByFolded = new Map<string, string>();
  const problems: Problem[] = [];
  const look = (name: string, path: string): void => {
    const folded = foldName(name);
    const first = firstByFolded.get(folded);
    if (first === undefined) firstByFolded.set(folded, name);
    else if (first !== name) problems.push(findWholeFile(path, collision(first)));
  };
  for (const path of paths) {
    // Of a folder that was the first of its name nothing is told, nor of what it lies in, which came before it.
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folder !== '' && firstByFolded.get(foldName(folder)) !== folder)
      for (const name of listParents(path)) look(name, path);
    look(path, path);
  }
  return problems;
}

function collision(first: string): Parameters<typeof findWholeFile>[1] {
  return {
    code: 'name-collision',
    found: shortenFound(first),
    message: 'Another path differs from this one in case alone.',
    why: 'On Windows and macOS one of them would overwrite the other.',
    remedy: 'Rename one of them.',
    ru: {
      message: 'Есть путь, который отличается от этого только регистром букв.',
      why: 'В Windows и macOS один файл перезапишет другой.',
      remedy: 'Переименуйте один из них.',
    },
  };
}
