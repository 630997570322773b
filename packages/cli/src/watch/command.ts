import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Proxy, reachProxy } from '@tamizdat/http';
import {
  beginOf,
  buildStatusPage,
  type Watch,
  WatchHistory,
  watchMirrors,
  WATCH_SILENCE_MS,
} from '@tamizdat/mirrors/watch';
import { PUBLIC, writeWhole } from '@tamizdat/files';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { writeJson } from '../frame/write-json.ts';
import { language, say } from '../language/say.ts';
import { readProxy } from '../mirror/proxy-argument.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { args, type Options, parseInterval, parseScope } from './arguments.ts';
import { watchedOfBook } from './channel-names.ts';
import { type Chosen, chooseWatched } from './choose-watched.ts';
import { describeWatch, listWatch } from './describe-watch.ts';
import { tellingHook } from './failure-note.ts';
import { findRoot } from './find-root.ts';
import { historyOf } from './history-place.ts';
import { listFeeds } from './list-feeds.ts';
import { describeRenewal, listAsked, listRenewal, nameRefused } from './describe-renewal.ts';
import { type Outcome, renewAfter } from './renew-after.ts';
import { runAsking, runHook } from './run-hook.ts';

export default defineCommand({
  meta: {
    name: 'watch',
    description: say({
      en: 'Look at mirrors as readers meet them: reachable, genuine, fresh, not frozen, not blocked. Reserve mirrors stand in the file that TAMIZDAT_RESERVE names, and are called reserve-1 and so on. Exit codes: 0 all are good, 1 some are not, or with --renew a list did not come to all of them, 2 usage, 3 this machine’s clock is too far behind to know, 4 none can be reached.',
      ru: 'Посмотреть на зеркала глазами читателей: доступны ли, подлинные ли, свежие ли, не замораживаются ли, не заблокированы ли. Резервные зеркала стоят в файле, на который указывает TAMIZDAT_RESERVE, и зовутся reserve-1 и так далее. Коды выхода: 0 все в порядке, 1 не все или, с --renew, список дошёл не до всех, 2 ошибка вызова, 3 часы этой машины отстают и судить нельзя, 4 не открывается ни одно.',
    }),
  },
  args,
  async run({ args: options }) {
    const interval = parseInterval(options.interval);
    const look = await prepare(options);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      if (interval !== undefined) {
        process.once(signal, () => {
          stop.abort();
        });
      }
    do {
      process.exitCode = await look();
      if (interval !== undefined)
        await sleep(interval, undefined, { signal: stop.signal }).catch(() => undefined);
    } while (interval !== undefined && !stop.signal.aborted);
  },
});

/** Judges what was typed, and gives what is to be done once or again and again. @throws UsageError */
async function prepare(options: Options): Promise<() => Promise<Exit>> {
  const proxy = readProxy(options.proxy);
  if (options.renew !== undefined && options.keys === undefined)
    throw new UsageError(say(nameRefused.keys));
  const scope = parseScope(options);
  const choose = (): Promise<Chosen> => chooseAll(options, proxy !== undefined);
  const { first, fingerprint, feeds, history } = await tellingHook(options, async () => ({
    first: await choose().then(refuseNone),
    fingerprint: await findRoot(options.root, options.content),
    feeds: listFeeds(contentFolder(options.content)),
    history: openHistory(options.history),
  }));
  const probing = { known: { fingerprint }, scope, idleMs: WATCH_SILENCE_MS, feeds, proxy };
  return async () => {
    if (proxy !== undefined && !(await isThere(proxy))) return NONE_REACHED;
    const now = readNow();
    // What a renewal brought is looked at too. What is wrong with the list or the book the next renewal tells.
    const chosen = options.renew === undefined ? first : await choose().catch(() => first);
    const controls = await listControls(options.content);
    const watch = await watchMirrors(chosen.mirrors, { ...probing, now, controls }, history);
    // What was found is told first: it is in the history now, and no later look would tell it again.
    if (options.html !== undefined) writePage(options.html, watch, chosen, history, now);
    if (options.hook !== undefined) await runHook(options.hook, watch.changes);
    const looking = { ...probing, now, controls, mirrors: chosen.mirrors };
    const outcome = await renewAfter(watch, options, looking, history);
    const { renewed, failure, isClockWrong = false } = outcome;
    report(watch, chosen, options, outcome);
    if (options.hook !== undefined) {
      const asked = [
        ...(renewed === undefined ? [] : listAsked(renewed)),
        ...(failure === undefined ? [] : [failure]),
      ];
      if (asked.length > 0) await runAsking(options.hook, asked.join(' '));
    }
    const hasFailed = failure !== undefined && !isClockWrong;
    const isUndone = hasFailed || (renewed?.unpublished.length ?? 0) > 0;
    return isUndone ? NOT_ALL_GOOD : chooseExit(watch);
  };
}

/** @throws UsageError where there is no mirror */
function refuseNone(chosen: Chosen): Chosen {
  if (chosen.mirrors.length > 0) return chosen;
  throw new UsageError(
    say({
      en: 'There is no mirror to look at: name addresses, or write some into content/mirrors.yaml.',
      ru: 'Проверять нечего: укажите адреса или впишите зеркала в content/mirrors.yaml.',
    }),
  );
}

/** With a renewal the names that readers have of other channels are looked at too. @throws UsageError, Error in words */
async function chooseAll({ _, content, renew }: Options, hasProxy: boolean): Promise<Chosen> {
  const chosen = await chooseWatched(_, content, hasProxy);
  if (renew === undefined || _.length > 0) return chosen;
  return { ...chosen, mirrors: [...chosen.mirrors, ...(await watchedOfBook(content))] };
}

/** None where no list can be read: somebody else's mirrors are watched too, and what is wrong is told elsewhere. */
const listControls = (content: string | undefined): Promise<readonly string[]> =>
  openMirrorList(content).then(
    ({ renewal }) => renewal?.controls ?? [],
    () => [],
  );

/** @throws UsageError */
function openHistory(given: string | undefined): WatchHistory {
  const file = historyOf(given, process.env);
  try {
    return new WatchHistory(file);
  } catch (error) {
    throw new UsageError(
      say({
        en: `The history ${file} cannot be used (${reasonOf(error)}). Name another file with --history, or move this one away: a new one is made.`,
        ru: `Историей ${file} пользоваться нельзя (${reasonOf(error)}). Укажите другой файл: --history, или уберите этот: начнётся новая.`,
      }),
    );
  }
}

/** Where the proxy is gone nothing is known of any mirror: it would be told, and kept, as the fault of them all. */
async function isThere(proxy: Proxy): Promise<boolean> {
  try {
    (await reachProxy(proxy, WATCH_SILENCE_MS)).destroy();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    process.stderr.write(
      say({
        en: `Nothing was looked at: ${reason}. Start it, or name another one with --proxy.\n`,
        ru: `Ничего не проверено: ${reason}. Запустите его или укажите другой: --proxy.\n`,
      }),
    );
    return false;
  }
}

function writePage(
  file: string,
  { checks, newest }: Watch,
  { mirrors }: Chosen,
  history: WatchHistory,
  now: number,
): void {
  const bases = new Map(
    mirrors.map(({ name, base, isReserve }) => [name, isReserve ? undefined : base]),
  );
  const shown = checks.map((check) => ({
    name: check.mirror,
    base: bases.get(check.mirror),
    check,
    past: history.list(check.timeline, beginOf(now)),
  }));
  try {
    writeWhole(path.resolve(file), buildStatusPage({ now, newest, mirrors: shown, language }), {
      modes: PUBLIC,
    });
  } catch (error) {
    // What was found is told all the same, and the next look goes on.
    process.stderr.write(
      say({
        en: `Warning: the page could not be written (${reasonOf(error)}). Name another file with --html.\n`,
        ru: `Внимание: страницу не удалось записать (${reasonOf(error)}). Укажите другой файл: --html.\n`,
      }),
    );
  }
}

/** One line a look where programs read many of them. */
function report(
  watch: Watch,
  { leftOut }: Chosen,
  { json, interval }: Options,
  { renewed, failure }: Outcome,
): void {
  const renewal = failure === undefined ? renewed && listRenewal(renewed) : { failure };
  const found = { ...listWatch(watch, leftOut), ...(renewal && { renewal }) };
  const told = renewed === undefined ? '' : describeRenewal(renewed);
  const listed = writeJson(found, interval === undefined ? 2 : 0);
  process.stdout.write(json ? `${listed}\n` : describeWatch(watch, leftOut) + told);
}

type Exit = 0 | 1 | 3 | 4;

/** Exit code where a mirror is not good, or a list did not come to all of them. */
const NOT_ALL_GOOD = 1;

/** Exit code where nothing can be reached: the fault is likely to be on this side. */
const NONE_REACHED = 4;

/** Exit code where freshness cannot be judged, as of `tamizdat verify`. */
const CLOCK_BEHIND = 3;

function chooseExit({ checks }: Watch): Exit {
  // Nobody can be said to have the newest then; what is wrong besides is.
  const isBehind = checks.some(({ seen }) => seen.release?.isClockBehind);
  if (checks.every(({ state }) => state === 'good')) return isBehind ? CLOCK_BEHIND : 0;
  return checks.every(({ seen }) => seen.failure !== undefined) ? NONE_REACHED : NOT_ALL_GOOD;
}
