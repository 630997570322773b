import { saidBy, ToldError } from '@tamizdat/problem';
import path from 'node:path';
import {
  explainFault,
  type Pull,
  PulledFolder,
  pullMirror,
  type PullOptions,
  type PullProgress,
  PULL_CONNECTIONS,
  showBytes,
} from '@tamizdat/mirrors';
import { makeFolder, PUBLIC } from '@tamizdat/files';
import { MirrorSource } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree/lock';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { openProgressLine } from '../frame/progress-line.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { writeJson } from '../frame/write-json.ts';
import { findPublisher } from '../verify/find-publisher.ts';
import { describePull, listPull } from './describe-pull.ts';
import { args, type Options, parseBase, parseSize } from './pull-arguments.ts';
import { readProxy } from './proxy-argument.ts';
import { say } from '../language/say.ts';

/** Exit code for what lies on this machine: 1 would say that the mirror is a forgery. */
const LOCAL_FAULT = 6;

/** What is wrong with whose site was named, or is remembered. */
const OF_OUTLET: ReadonlySet<string> = new Set(['not-a-fingerprint', 'trust-memory']);

export default defineCommand({
  meta: {
    name: 'pull',
    description: say({
      en: 'Make a verified copy of a site from any of its mirrors, or bring it up to date. What is served, the link “current” in the folder, changes as a whole once all of it is verified. Exit codes: 0 genuine, complete and fresh; 1 the mirror is not genuine, the former copy stays; 2 usage; 3 genuine, but expired, or of an earlier release in part, or this machine’s clock is too far behind to know; 4 not reachable; 6 the copy could not be written.',
      ru: 'Сделать проверенную копию сайта с любого его зеркала или обновить её. То, что раздаётся, — ссылка “current” в папке — меняется целиком, когда всё проверено. Коды выхода: 0 подлинная, полная и свежая; 1 зеркало не подлинное, прежняя копия остаётся; 2 ошибка вызова; 3 подлинная, но срок подписи вышел, или она отчасти от прежнего выпуска, или часы этой машины отстают и судить нельзя; 4 недоступно; 6 копию не удалось записать.',
    }),
  },
  args,
  async run({ args: options }) {
    try {
      process.exitCode = await pull(options);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      if (error instanceof ToldError && OF_OUTLET.has(error.code))
        throw new UsageError(reasonOf(error));
      const told = explainFault(error, path.resolve(options.folder));
      process.stderr.write(`${reasonOf(told)}\n`);
      process.exitCode = LOCAL_FAULT;
    }
  },
});

async function pull(options: Options): Promise<Pull['exit']> {
  const source = new MirrorSource(parseBase(options.from), {
    proxy: readProxy(options.proxy),
    kept: PULL_CONNECTIONS,
  });
  const folder = new PulledFolder(path.resolve(options.folder));
  const own = {
    now: readNow(),
    maxBytes: parseSize(options['max-size']),
    base: options.base === undefined ? folder.loadBase() : parseBase(options.base),
    isRecheck: options.recheck,
  };
  folder.refuseForeign();
  const given = options.root ?? (process.env['TAMIZDAT_ROOT'] || undefined);
  const known = await findOutlet(given, folder, source);
  const line = openProgressLine(process.stderr, process.env);
  const onProgress = ({ done, total, bytes, totalBytes }: PullProgress) => {
    line.show(
      say({
        en: `${done} of ${total} files, ${showBytes(bytes)} of ${showBytes(totalBytes)}`,
        ru: `файлов: ${done} из ${total}, ${showBytes(bytes)} из ${showBytes(totalBytes)}`,
      }),
    );
  };
  const done = await alone(folder, () =>
    pullMirror({ ...own, ...known, source, folder: folder.folder, onProgress }),
  ).finally(line.end);
  source.close();
  if (options.json) process.stdout.write(`${writeJson(listPull(done))}\n`);
  // A timer may throw away what went well, and still tell its owner what did not.
  else
    (done.exit === 0 ? process.stdout : process.stderr).write(
      describePull(done, folder.folder, own.base),
    );
  return done.exit;
}

/**
 * Finds out whose site it is: by what was given, else by what the folder holds. What a mirror claims counts for
 * nothing here: nobody would be there to compare a fingerprint.
 */
async function findOutlet(
  given: string | undefined,
  folder: PulledFolder,
  source: MirrorSource,
): Promise<Pick<PullOptions, 'known' | 'fingerprint'>> {
  const held = folder.loadOutlet();
  const named = given ?? held;
  const { known, fingerprint } =
    named === undefined ? {} : await findPublisher(named, folder.memory, source);
  if (known === undefined || fingerprint === undefined)
    throw new UsageError(
      say({
        en: 'Whose site is it? --root <fingerprint>, as the outlet publishes it in other places than this mirror.',
        ru: 'Чей это сайт? --root <отпечаток>, каким издание опубликовало его в других местах, не на этом зеркале.',
      }),
    );
  if (held !== undefined && held !== fingerprint)
    throw new UsageError(
      say({
        en: `${folder.folder} holds the site of another outlet (${held}). Name another folder, or leave out --root.`,
        ru: `В ${folder.folder} лежит сайт другого издания (${held}). Укажите другую папку или не указывайте --root.`,
      }),
    );
  return { known, fingerprint };
}

/** Runs while no other pull works in the folder. @throws ToldError */
async function alone<Result>(folder: PulledFolder, work: () => Promise<Result>): Promise<Result> {
  // A web server’s account is to come through, whatever the umask.
  makeFolder(folder.folder, PUBLIC);
  try {
    return await withLock(path.join(folder.folder, 'lock'), work);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'publish-locked'))
      throw error;
    throw new ToldError(
      'pull-running',
      {
        en: `Another pull into ${folder.folder} is running. ${saidBy(error).en}`,
        ru: `Уже идёт другое копирование в ${folder.folder}. ${saidBy(error).ru}`,
      },
      {
        en: 'Wait until it has ended. Timers should not start a second one: systemd sees to it by itself, cron with flock.',
        ru: 'Дождитесь его конца. Таймеры не должны запускать второе: systemd следит за этим сам, cron — с flock.',
      },
    );
  }
}
