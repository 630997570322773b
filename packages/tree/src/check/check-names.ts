import { findWholeFile } from '../finding.ts';
import { MAX_NAME_BYTES, MAX_PATH_LENGTH } from '../limits.ts';
import { shortenFound } from '../text-position.ts';
import type { Problem } from '@tamizdat/problem';
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

function checkName(path: string): Problem[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
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
  for (const path of paths) {
    for (const name of [...listParents(path), path]) {
      const folded = name.normalize('NFC').toLowerCase();
      const first = firstByFolded.get(folded);
      if (first === undefined) firstByFolded.set(folded, name);
      else if (first !== name) problems.push(findWholeFile(path, collision(first)));
    }
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
