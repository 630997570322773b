import { mapBounded } from '@tamizdat/files';
import { WATCHED_AT_ONCE } from '../limits.ts';
import { judgeMirror } from './judge-mirror.ts';
import { isOpen, opensAny } from './judge-vantage.ts';
import { probeMirror } from './probe-mirror.ts';
import type { Check, WatchHistory } from './watch-history.ts';
import type { Watch, WatchedMirror, WatchOptions } from './watch-mirrors.ts';

/**
 * Looks from this machine, without the proxy, at what does not open through it, and notes of each whether it opens here at the
 * same time: what opens nowhere is no block, but a server that is down, or that serves something else to everybody. Nothing
 * is noted where this machine sees nothing at all, so that it cannot tell either.
 * @param mirrors What was looked at.
 * @returns what was seen from here
 */
export async function lookFromHere(
  { checks, newest }: Pick<Watch, 'checks' | 'newest'>,
  mirrors: readonly WatchedMirror[],
  options: WatchOptions,
  history: Pick<WatchHistory, 'noteHere'>,
): Promise<Pick<Check, 'seen'>[]> {
  if (options.proxy === undefined) return [];
  const here = { ...options, proxy: undefined };
  const bases = new Map(mirrors.map(({ name, base }) => [name, base]));
  const shut = checks.flatMap((check) => {
    const base = bases.get(check.mirror);
    // An onion service opens through a proxy alone.
    const isAsked = base !== undefined && !isOpen(check) && !isOnion(base);
    return isAsked ? [{ check, base }] : [];
  });
  const opened = new Set<Check>();
  const found: Pick<Check, 'seen'>[] = [];
  await mapBounded(shut, WATCHED_AT_ONCE, async ({ check, base }) => {
    const seen = await probeMirror(base, { ...here, others: [base] });
    found.push({ seen });
    if (isOpen(judgeMirror(seen, { number: newest }))) opened.add(check);
  });
  if (shut.length === 0) return found;
  const others = mirrors.map(({ base }) => base).filter((base) => !isOnion(base));
  if (opened.size === 0 && !(await opensAny([...(options.controls ?? []), ...others], here)))
    return found;
  for (const { check } of shut) history.noteHere(check.timeline, check.at, opened.has(check));
  return found;
}

const isOnion = (base: string): boolean => new URL(base).hostname.endsWith('.onion');
