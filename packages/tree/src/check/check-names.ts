import { findWholeFile } from '../finding.ts';
import { MAX_NAME_BYTES, MAX_PATH_LENGTH } from '../limits.ts';
import { shortenFound } from '../text-position.ts';
import type { TreeProblem } from '../tree-problem.ts';
import { listParents } from '../walk-tree.ts';

interface NameRule {
  code: string;
  isBroken: (name: string) => boolean;
  message: string;
  remedy: string;
}

const RENAME = 'Use lower-case ASCII letters, digits and hyphens.';

/** What at least one of the hosts, file systems and archives a tree travels through does not bear in a name. */
const NAME_RULES: readonly NameRule[] = [
  {
    code: 'name-not-nfc',
    isBroken: (name) => name !== name.normalize('NFC'),
    message: 'The name is not in Unicode’s composed form (NFC): some systems would change it.',
    remedy: RENAME,
  },
  {
    code: 'name-characters',
    isBroken: (name) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\:*?"<>|#%]/u.test(name),
    message: String.raw`The name holds a control character or one of \ : * ? " < > | # %.`,
    remedy: RENAME,
  },
  {
    code: 'name-device',
    isBroken: (name) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name),
    message: 'The name is a device on Windows, where the tree could not be unpacked.',
    remedy: 'Choose another name.',
  },
  {
    code: 'name-edges',
    isBroken: (name) => /^\s|[\s.]$/.test(name),
    message: 'The name starts with a space, or ends with a space or a dot, which Windows drops.',
    remedy: RENAME,
  },
  {
    code: 'name-long',
    isBroken: (name) => Buffer.byteLength(name) > MAX_NAME_BYTES,
    message: `The name is longer than ${MAX_NAME_BYTES} bytes.`,
    remedy: 'Shorten it.',
  },
];

/** Checks the names of a tree's files and folders, in the order of `paths`. */
export function checkNames(paths: readonly string[]): TreeProblem[] {
  return [...paths.flatMap(checkName), ...findCaseCollisions(paths)];
}

function checkName(path: string): TreeProblem[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const broken = NAME_RULES.filter((rule) => rule.isBroken(name));
  const problems = broken.map(({ code, message, remedy }) =>
    findWholeFile(path, { code, found: shortenFound(name), message, remedy }),
  );
  if (path.length > MAX_PATH_LENGTH) problems.push(findWholeFile(path, PATH_LONG));
  return problems;
}

const PATH_LONG = {
  code: 'path-long',
  message: `The path is longer than ${MAX_PATH_LENGTH} characters, too long for Windows.`,
  remedy: 'Shorten the names in it.',
};

function findCaseCollisions(paths: readonly string[]): TreeProblem[] {
  const firstByFolded = new Map<string, string>();
  const problems: TreeProblem[] = [];
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
  };
}
