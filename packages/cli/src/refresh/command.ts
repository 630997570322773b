import { existsSync } from 'node:fs';
import path from 'node:path';
import { PUBLIC, writeWhole } from '@tamizdat/files';
import { explainFinding, rememberTrust } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { ReleaseError } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { readProxy } from '../mirror/proxy-argument.ts';
import { listWitnesses } from '../newest/refuse-older.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { contentFolder, refuseKeysInside, releaseState } from '../release/find-outlet.ts';
import { stateFolder } from '../repository/folders.ts';
import { findPublisher } from '../verify/find-publisher.ts';
import { openPlace } from '../verify/open-place.ts';
import { args, type Options } from './arguments.ts';
import { refreshPlace, type RefreshedPlace } from './refresh-place.ts';
import { say, tell } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'refresh',
    description: say({
      en: 'Sign again that the present release is the newest, for another week. Only the key for timestamps is used, from a folder or TAMIZDAT_KEY_TIMESTAMP; neither content nor the history of releases is needed. Exit codes: 0 signed, 1 failed, 2 usage.',
      ru: 'Подписать ещё раз, что нынешний выпуск новейший, на следующую неделю. Нужен только ключ timestamp, из папки или из TAMIZDAT_KEY_TIMESTAMP; ни содержимое, ни история выпусков не нужны. Коды выхода: 0 подписано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const out = findOut(options);
    const keys = options.keys === undefined ? undefined : path.resolve(options.keys);
    if (keys !== undefined) refuseKeysInside(isWithin(keys, out), keys, out);
    const refreshed = await withLock(`${releaseState(options.content)}.lock`, () =>
      refresh(options, keys, out),
    );
    const { number, expired } = refreshed;
    process.stdout.write(
      say({
        en: `Release ${number} is signed as the newest for another week.\n`,
        ru: `Выпуск ${number} подписан как новейший ещё на неделю.\n`,
      }),
    );
    if (expired.length > 0)
      process.stdout.write(
        say({
          en: `Expired, and to be signed by a release: ${expired.join(', ')}\n`,
          ru: `Срок вышел, подписать может только выпуск: ${expired.join(', ')}\n`,
        }),
      );
  },
});

/** Where the two new files go: into the folder that was refreshed, or what was named for a mirror. */
function findOut({ place, out }: Options): string {
  const isMirror = /^https?:/i.test(place);
  if (isMirror && out === undefined)
    throw new UsageError(
      say({
        en: 'A mirror cannot be written to from here. Name a folder: --out <folder>, and upload what is in it.',
        ru: 'На зеркало отсюда не записать. Укажите папку: --out <папка> — и загрузите то, что в ней окажется.',
      }),
    );
  return path.resolve(out ?? place);
}

async function refresh(
  options: Options,
  keys: string | undefined,
  out: string,
): Promise<RefreshedPlace> {
  const now = readNow();
  const memory = path.resolve(options.memory ?? path.join(stateFolder, 'seen'));
  const source = await openPlace(options.place, { proxy: readProxy(options.proxy) });
  const given = options.root ?? (process.env['TAMIZDAT_ROOT'] || undefined) ?? rootOf(keys);
  const { known, fingerprint } = await findPublisher(given, memory, source);
  if (known === undefined || fingerprint === undefined)
    throw new UsageError(
      say({
        en: 'Nobody said whose release this is. Name the outlet’s first root or its fingerprint: --root <file or fingerprint>, or TAMIZDAT_ROOT.',
        ru: 'Никто не сказал, чей это выпуск. Укажите первый корень издания или отпечаток: --root <файл или отпечаток> или TAMIZDAT_ROOT.',
      }),
    );
  const record = keys ?? recordBeside(given);
  // A list with a fault is no reason to let a release expire: the record still counts.
  const mirrors = await loadAnnounced(contentFolder(options.content)).catch(() => []);
  const proxy = readProxy(options.proxy);
  const { witnesses } = await listWitnesses({ keys: record, mirrors, fingerprint, now, proxy });
  try {
    const refreshed = await refreshPlace(source, known, keys, now, witnesses);
    // The file that says what is newest goes last, as in a release.
    writeWhole('release/bundle.json', refreshed.bundle, { root: out, modes: PUBLIC });
    writeWhole('release/timestamp.json', refreshed.timestamp, { root: out, modes: PUBLIC });
    rememberTrust(memory, fingerprint, refreshed.trust);
    return refreshed;
  } catch (error) {
    throw error instanceof ReleaseError ? refused(error, options.place) : error;
  }
}

/** The folder in which the first root that was named lies: the outlet's record lies beside it. */
const recordBeside = (given: string | undefined): string | undefined =>
  given !== undefined && existsSync(given) ? path.dirname(path.resolve(given)) : undefined;

/** The first root that lies with the keys. */
function rootOf(keys: string | undefined): string | undefined {
  const root = keys && path.join(keys, 'root.json');
  return root && existsSync(root) ? root : undefined;
}

function refused({ code, detail }: ReleaseError, place: string): Error {
  const { message } = tell(explainFinding({ code, ...detail }));
  return new Error(
    say({
      en: `Nothing was signed: ${place} is not the newest release of this outlet.\n  ${code}: ${message}\n  “tamizdat verify ${place}” says more.`,
      ru: `Ничего не подписано: ${place} — не новейший выпуск этого издания.\n  ${code}: ${message}\n  Больше скажет «tamizdat verify ${place}».`,
    }),
  );
}
