import { loadState, signedAt } from '@tamizdat/release';
import type { Check, WatchHistory } from '@tamizdat/mirrors/watch';
import { parseMetadata } from '@tamizdat/verify';
import { type InBoth, ToldError } from '@tamizdat/problem';
import { releaseState } from '../release/find-outlet.ts';
import { CLOCK_LEEWAY_MS } from './limits.ts';

/** How a clock is wrong, as far as signatures tell. */
export type ClockFault = 'clock-behind' | 'clock-ahead' | 'clock-unknown';

/**
 * Whether this machine’s clock can be right. Signatures of the future say that it is behind. Where what says “this is the
 * newest” has run out on every mirror that opens, and in what this machine signed itself, it is ahead; or nobody said it
 * for a week, which a person has to mend as well. Where nothing opens, what this machine signed and saw itself has to fit.
 * @param ownExpires When what this machine signed last runs out; undefined where it signed nothing.
 * @param sawFuture Whether it looked at mirrors at a time that is still to come.
 */
export function judgeClock(
  checks: readonly { seen: Pick<Check['seen'], 'release'> }[],
  ownExpires: number | undefined,
  now: number,
  sawFuture = false,
): ClockFault | undefined {
  const seen = checks.flatMap(({ seen: { release } }) => release ?? []);
  if (seen.some(({ isClockBehind }) => isClockBehind)) return 'clock-behind';
  if (seen.length === 0) {
    const isFitting =
      ownExpires !== undefined &&
      ownExpires > now &&
      signedAt('timestamp', ownExpires) <= now + CLOCK_LEEWAY_MS;
    return isFitting && !sawFuture ? undefined : 'clock-unknown';
  }
  const isPast = seen.every(({ expired }) => expired.includes('timestamp'));
  return isPast && ownExpires !== undefined && ownExpires <= now ? 'clock-ahead' : undefined;
}

/** Whether some of what was looked at was looked at later than now, by the clock of then. */
export const sawFuture = (
  history: Pick<WatchHistory, 'list'>,
  checks: readonly Pick<Check, 'timeline'>[],
  now: number,
): boolean =>
  checks.some(({ timeline }) => history.list(timeline, now + CLOCK_LEEWAY_MS).length > 0);

/** When the timestamp that was signed here last runs out; undefined where none can be read. */
export function ownExpiry(content: string | undefined): number | undefined {
  try {
    const head = loadState(releaseState(content))?.head;
    return head && parseMetadata(head.timestamp, 'timestamp').expires;
  } catch (error) {
    // What is wrong with it, the renewal tells.
    if (error instanceof ToldError) return undefined;
    throw error;
  }
}

/** What is told of it, and what to do. */
export const toldClock: Record<ClockFault, InBoth> = {
  'clock-unknown': {
    en: 'clock-unknown: Nothing of the outlet opens, neither through the proxy nor from here, and nothing else confirms this machine’s clock: what it signed last has run out or is dated into the future, or the history holds looks of the future. The list was not renewed: no name was given up, none came, nothing was signed. Look at the clock (timedatectl). If it is right: tamizdat refresh, then tamizdat publish; and where looks are dated into the future, move the history (outlet-state/watch.sqlite) away. The next look renews the list.',
    ru: 'clock-unknown: Ничего из изданного не открывается ни через прокси, ни отсюда, и часы этой машины больше ничто не подтверждает: срок её последней подписи вышел или она датирована будущим, либо в истории есть проверки из будущего. Список не обновлён: имена не сгорели, новых нет, ничего не подписано. Посмотрите на часы (timedatectl). Если они верны: tamizdat refresh, затем tamizdat publish; а если проверки датированы будущим, уберите историю (outlet-state/watch.sqlite). Список обновит следующая проверка.',
  },
  'clock-behind': {
    en: 'clock-behind: By this machine’s clock what the mirrors serve was signed in the future. The list was not renewed: no name was given up, none came, nothing was signed. Set the clock (timedatectl set-ntp true); the next look renews the list.',
    ru: 'clock-behind: По часам этой машины то, что отдают зеркала, подписано в будущем. Список не обновлён: имена не сгорели, новых нет, ничего не подписано. Переведите часы (timedatectl set-ntp true); список обновит следующая проверка.',
  },
  'clock-ahead': {
    en: 'clock-ahead: By this machine’s clock the signature of the week has run out on every mirror that opens, and here. Either the clock is ahead, or nobody signed a timestamp for a week. The list was not renewed: a list of the future would tell readers that their own clocks are wrong. Look at the clock (timedatectl); if it is right: tamizdat refresh, then tamizdat publish. The next look renews the list.',
    ru: 'clock-ahead: По часам этой машины недельная подпись вышла на всех открывающихся зеркалах и здесь. Либо часы спешат, либо неделю никто не подписывал timestamp. Список не обновлён: список из будущего говорил бы читателям, что врут их часы. Посмотрите на часы (timedatectl); если они верны: tamizdat refresh, затем tamizdat publish. Список обновит следующая проверка.',
  },
};
