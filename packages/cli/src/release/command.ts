import { statSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from '@tamizdat/release';
import { holdTree, withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { explainDisk } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { loadRoots } from '../keys/root-files.ts';
import { saveRecord } from '../newest/record.ts';
import { describeHeld } from '../mirrors/list-held.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { cacheFolder } from '../repository/folders.ts';
import { args, type Options } from './arguments.ts';
import { describeBackup } from './describe-backup.ts';
import { examineTree } from './examine-tree.ts';
import { explainStopped, newestOf } from './explain-stopped.ts';
import { describeFingerprints } from './find-faults.ts';
import { contentFolder, refuseKeysInside, releaseState } from './find-outlet.ts';
import { readProxy } from '../mirror/proxy-argument.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { type Signed, signTree } from './sign-tree.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'release',
    description: say({
      en: 'Sign a finished tree as the next release and write its folder release/. The passphrase of the keys is asked for, or taken from TAMIZDAT_PASSPHRASE; keys may stand in TAMIZDAT_KEY_TARGETS, TAMIZDAT_KEY_SNAPSHOT and TAMIZDAT_KEY_TIMESTAMP instead. Exit codes: 0 released, 1 refused or failed, 2 usage.',
      ru: 'Подписать готовое дерево как следующий выпуск и записать его папку release/. Пароль ключей спрашивают или берут из TAMIZDAT_PASSPHRASE; вместо папки ключи могут стоять в TAMIZDAT_KEY_TARGETS, TAMIZDAT_KEY_SNAPSHOT и TAMIZDAT_KEY_TIMESTAMP. Коды выхода: 0 выпущено, 1 отказ или не получилось, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const made = await releaseTree(options);
    if (made === undefined) process.exitCode = 1;
    else report(made, options);
  },
});

/**
 * Signs a finished tree as the next release, alone.
 * @returns undefined where the tree must not be signed; the reasons then stand on standard error
 * @throws UsageError, ToldError, ReleaseError; Error in words
 */
export async function releaseTree(options: Options): Promise<Signed | undefined> {
  const tree = path.resolve(options.tree);
  const keys = path.resolve(options.keys);
  if (!statSync(tree, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(
      say({
        en: `There is no folder ${tree}; tamizdat build makes one.`,
        ru: `Папки ${tree} нет; её делает tamizdat build.`,
      }),
    );
  refuseKeysInside(isWithin(keys, tree), keys, tree);
  const state = releaseState(options.content);
  const journal = path.join(cacheFolder, 'publish');
  return withLock(`${state}.lock`, () =>
    holdTree({ to: tree, journal }, () => release(options, { tree, keys, state })),
  );
}

/** @returns undefined where the tree must not be signed; the reasons then stand on standard error */
async function release(
  options: Options,
  { tree, keys, state }: { tree: string; keys: string; state: string },
): Promise<Signed | undefined> {
  const { content, full, offline, first, 'yes-i-looked': looked } = options;
  const withoutContent = options['without-content'];
  const now = readNow();
  const roots = await loadRoots(keys);
  const mirrors = await loadAnnounced(contentFolder(content));
  await refuseForeign(state, {
    ...{ keys, roots, now, mirrors: offline ? [] : mirrors },
    ...{ proxy: readProxy(options.proxy), isFirst: first || offline },
  });
  if (!offline && newestOf(state) === 0) {
    const { refuseKept } = await import('../state/refuse-kept.ts');
    await refuseKept(content, first);
  }
  const examined = await examineTree(tree, content, { now, full, withoutContent });
  const { warning } = examined.judged;
  const { build, altered = [] } = examined;
  const signing = fingerprintOf(roots[0] ?? new Uint8Array());
  const isExpected = build.fingerprint === undefined || build.fingerprint === signing;
  const faults = [
    ...examined.faults,
    ...(isExpected || looked ? [] : [describeFingerprints(build.fingerprint ?? '', signing)]),
  ];
  if (warning !== undefined) process.stderr.write(`${warning}\n`);
  if (altered.length > 0) process.stderr.write(describeAltered(altered));
  if (faults.length > 0) {
    process.stderr.write(
      say({
        en: `${faults.join('\n\n')}\n\nNothing was signed: ${faults.length} found in ${tree}.\n`,
        ru: `${faults.join('\n\n')}\n\nНичего не подписано: найдено в ${tree}: ${faults.length}.\n`,
      }),
    );
    return undefined;
  }
  const before = newestOf(state);
  try {
    const signed = await signTree(examined, { tree, state, keys, roots, mirrors, now, full });
    await remember(keys, signed, roots, now);
    return signed;
  } catch (error) {
    throw explainStopped(error, state, before);
  }
}

/** Keys may stand on a disk that can only be read: the release is whole without its record. */
async function remember(
  keys: string,
  { head, release: { number } }: Signed,
  roots: Parameters<typeof saveRecord>[2],
  now: number,
): Promise<void> {
  try {
    await saveRecord(keys, head, roots, now);
  } catch (error) {
    const told = explainDisk(error);
    if (told === undefined) throw error;
    process.stderr.write(
      say({
        en: `Warning: release ${number} is whole, but its record beside the roots could not be written. Without it the mirrors alone tell an old history from the newest (docs/forge.md).\n  ${told.en}\n`,
        ru: `Внимание: выпуск ${number} цел, но запись о нём рядом с корнями сделать не удалось. Без неё отличить старую историю от новейшей могут только зеркала (docs/forge.md).\n  ${told.ru}\n`,
      }),
    );
  }
}

/** Paths named of a tree that is not as its build left it. */
const SHOWN = 5;

function describeAltered(altered: readonly string[]): string {
  const shown = altered.slice(0, SHOWN).join(', ');
  const more =
    altered.length > SHOWN
      ? say({ en: ` and ${altered.length - SHOWN} more`, ru: ` и ещё ${altered.length - SHOWN}` })
      : '';
  return say({
    en: `The tree is not as its build left it, so that all of it is checked again: ${shown}${more}\n`,
    ru: `Дерево не такое, каким его оставила сборка, поэтому всё проверяется заново: ${shown}${more}\n`,
  });
}

function report(
  { release: { number, clock, tree }, ...made }: Signed,
  { json, content, keys }: Options & { json: boolean },
): void {
  const { fingerprint, written, deleted, formerMissing, changes, hashed, removed, isListHeld } =
    made;
  const counts = { changed: changes.length, hashed, removed: removed.length, written, deleted };
  const said = { number, clock, fingerprint, ...counts, formerMissing, isListHeld };
  const lines = [
    say({
      en: `Release ${number}: ${tree.files} files, ${hashed} read, ${changes.length} changed; in release/ ${written} written, ${deleted} deleted`,
      ru: `Выпуск ${number}: файлов ${tree.files}, прочитано ${hashed}, изменено ${changes.length}; в release/ записано ${written}, удалено ${deleted}`,
    }),
    ...(removed.length > 0
      ? [
          say({
            en: `Taken down: ${removed.length}; no former bytes of anything are served`,
            ru: `Снято: ${removed.length}; прежние версии файлов больше не отдаются`,
          }),
        ]
      : []),
    `Fingerprint ${fingerprint}`,
    ...formerMissing.map((file) =>
      say({
        en: `Warning: the former bytes of ${file} are not at hand any more`,
        ru: `Внимание: прежней версии ${file} под рукой уже нет`,
      }),
    ),
    ...(isListHeld ? [describeHeld()] : []),
    ...(number === 1 ? [describeBackup(contentFolder(content), path.resolve(keys))] : []),
  ];
  process.stdout.write(json ? `${JSON.stringify(said, undefined, 2)}\n` : `${lines.join('\n')}\n`);
}
