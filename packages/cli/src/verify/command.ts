import { ToldError } from '@tamizdat/problem';
import path from 'node:path';
import { type Inspection, inspectRelease, rememberTrust, type Source } from '@tamizdat/release';
import { defineCommand } from 'citty';
import type { Head } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { explainDisk, reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { readProxy } from '../mirror/proxy-argument.ts';
import { STATE, stateFolder } from '../repository/folders.ts';
import { argsOf, type Options, parseScope } from './arguments.ts';
import { describeInspection, listInspection } from './describe-inspection.ts';
import { findPublisher } from './find-publisher.ts';
import { writeJson } from '../frame/write-json.ts';
import { openPlace } from './open-place.ts';
import { readSigned, rememberReads } from './remember-reads.ts';
import { say } from '../language/say.ts';

/**
 * The command, in the kit and in the file that readers have.
 * @param memory Folder of what was seen, where none is named; and as it is called in the help.
 */
export const verifyCommand = (memory: { folder: string; shown: string }) =>
  defineCommand({
    meta: {
      name: 'verify',
      description: say({
        en: 'Verify that a copy of a site is what its outlet signed, all of it, and the newest. Exit codes: 0 genuine, complete and fresh; 1 not genuine; 2 usage; 3 genuine, but expired, or of an earlier release in part, or this machine’s clock is too far behind to know; 4 not reachable, in whole or in part; 5 consistent, but the publisher is unknown.',
        ru: 'Проверить, что копия сайта — то, что подписало издание, вся и новейшая. Коды выхода: 0 подлинная, полная и свежая; 1 не подлинная; 2 ошибка вызова; 3 подлинная, но срок подписи вышел, или она отчасти от прежнего выпуска, или часы этой машины отстают и судить нельзя; 4 недоступна целиком или отчасти; 5 непротиворечива, но чья она, неизвестно.',
      }),
    },
    args: argsOf(memory.shown),
    async run({ args: options }) {
      try {
        process.exitCode = await verify(options, memory.folder);
      } catch (error) {
        if (error instanceof UsageError) throw error;
        // Exit code 1 would say that the copy is a forgery, and nothing of it was judged.
        if (error instanceof ToldError) throw new UsageError(reasonOf(error));
        const what =
          explainDisk(error) === undefined
            ? say({ en: 'Not reachable', ru: 'Недоступна' })
            : say({ en: 'Not verified', ru: 'Не проверена' });
        process.stderr.write(`${what}: ${reasonOf(error)}\n`);
        process.exitCode = 4;
      }
    },
  });

export default verifyCommand({ folder: path.join(stateFolder, 'seen'), shown: `${STATE}/seen` });

async function verify(options: Options, remembered: string): Promise<Inspection['exit']> {
  const scope = parseScope(options);
  const now = readNow();
  const memory = path.resolve(options.memory ?? remembered);
  const opened = await openPlace(options.place, {
    proxy: readProxy(options.proxy),
    base: options.base,
  });
  const source = scope.kind === 'page' ? rememberReads(opened) : opened;
  const given = options.root ?? (process.env['TAMIZDAT_ROOT'] || undefined);
  const { known, fingerprint } = await findPublisher(given, memory, source);
  const found = await inspectRelease(source, { known, now, scope, strict: options.strict });
  const inspection = { ...(fingerprint === undefined ? {} : { fingerprint }), ...found };
  // A mirror is known by its address; what a folder notes of itself is to be told.
  const base = opened.list === undefined ? undefined : opened.base;
  if (fingerprint !== undefined && found.head) remember(memory, fingerprint, found.head);
  const page = scope.kind === 'page' ? await readGenuine(source, found, scope.path) : undefined;
  report(inspection, { ...options, base }, page);
  return inspection.exit;
}

/** What was verified is told even where nothing can be written: in a container, or as another user. */
function remember(memory: string, fingerprint: string, { trust }: Head): void {
  try {
    rememberTrust(memory, fingerprint, trust);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    process.stderr.write(
      say({
        en: `Warning: that this release was seen cannot be remembered (${memory}: ${code}), so that an older one would not show. Name another folder: --memory <folder>\n`,
        ru: `Внимание: не удалось запомнить, что этот выпуск видели (${memory}: ${code}), и более старый потом не отличить. Укажите другую папку: --memory <папка>\n`,
      }),
    );
  }
}

/** The bytes of a page that somebody known has signed. */
async function readGenuine(source: Source, { exit, head }: Inspection, file: string) {
  return head && (exit === 0 || exit === 3) ? readSigned(source, head, file) : undefined;
}

/** A page is printed alone on standard output; what is to be said of it then goes to standard error. */
function report(
  inspection: Inspection,
  { place, base, json, page, sample }: Pick<Options, 'place' | 'base' | 'json' | 'page' | 'sample'>,
  bytes: Uint8Array | undefined,
): void {
  const content = bytes && { content: Buffer.from(bytes).toString('base64') };
  if (json) {
    const listed = { ...listInspection(inspection), base: base ?? null, ...content };
    process.stdout.write(`${writeJson(listed)}\n`);
    return;
  }
  const isWhole = page === undefined && sample === undefined;
  const text = describeInspection(inspection, place, isWhole);
  const feeds =
    base === undefined
      ? ''
      : say({
          en: `Its feeds and lists may point at ${base}, which is not signed.\n`,
          ru: `Её ленты и списки могут вести на ${base}, а это не подписано.\n`,
        });
  if (bytes) process.stdout.write(bytes);
  (page === undefined ? process.stdout : process.stderr).write(feeds + text);
}
