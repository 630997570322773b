import { ErrorInBoth, type InBoth, saidBy, ToldError } from '@tamizdat/problem';
import { chooseSigners, openKeyFolder, readEnvironmentKeys } from '@tamizdat/release';
import type { FileRole, Keyring } from '@tamizdat/verify';
import { askPassphrase } from '../keys/ask-passphrase.ts';
import { lackOfListKey } from './lack-of-list-key.ts';

type OnlineRole = Exclude<FileRole, 'root'>;
type Signing = ReturnType<typeof chooseSigners>;

/**
 * Opens the keys that sign for some roles: from the environment (`TAMIZDAT_KEY_TARGETS` and so on), else from the
 * folder. The passphrase is asked for only where the environment lacks one of them.
 * @param folder Undefined where no folder of keys was named.
 * @param ask How the passphrase is asked for, where it is not known already.
 * @throws ToldError that names everything that is missing
 */
export async function openSigners<Role extends OnlineRole>(
  folder: string | undefined,
  root: Keyring,
  roles: readonly Role[],
  ask = askPassphrase,
): Promise<Record<Role, Signing>> {
  const given = roles.map((role) => ({ role, keys: readEnvironmentKeys(role, process.env) }));
  const sealed = given.filter(({ keys }) => keys.length === 0).map(({ role }) => role);
  const opened = folder === undefined ? [] : await openKeyFolder(folder, sealed, ask);
  const problems: ToldError[] = [];
  const chosen = given.map(({ role, keys }) => {
    const atHand = [...keys, ...opened.filter((one) => one.role === role).map(({ key }) => key)];
    return [role, chooseOrNote(root, role, atHand, problems)] as const;
  });
  const [first] = problems;
  if (first === undefined) return Object.fromEntries(chosen) as Record<Role, Signing>;
  throw problems.length === 1
    ? first
    : new ErrorInBoth({ en: tell(problems, 'en'), ru: tell(problems, 'ru') });
}

const tell = (problems: readonly ToldError[], language: keyof InBoth): string =>
  problems.map((problem) => saidBy(problem)[language]).join('\n');

function chooseOrNote(
  root: Keyring,
  role: OnlineRole,
  keys: Signing,
  problems: ToldError[],
): Signing {
  try {
    return chooseSigners(root, role, keys);
  } catch (error) {
    if (!(error instanceof ToldError)) throw error;
    problems.push(role === 'addresses' ? lackOfListKey(root, keys.length) : error);
    return [];
  }
}
