import { mapBounded } from '@tamizdat/files';
import { WATCHED_AT_ONCE } from '../limits.ts';
import { judgeMirror, type ReasonCode } from './judge-mirror.ts';
import { isOpen, opensAny } from './judge-vantage.ts';
import { probeMirror } from './probe-mirror.ts';
import type { Check, WatchHistory } from './watch-history.ts';
import type { Watch, WatchedMirror, WatchOptions } from './watch-mirrors.ts';

/**
 * Looks from this machine, without the proxy, at what does not open through it, and notes of each whether it opens here at the
 * same time: what opens nowhere is no block, but a server that is down, or that serves something else to everybody. Nothing
 * is noted where this machine sees nothing at all, so that it cannot tell either, nor that something opens here of which the
 * server itself, or the proxy, said there that it does not serve it: that is no block.
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
  for (const { check } of shut)
    if (!opened.has(check) || !isOwnAnswer(check))
      history.noteHere(check.timeline, check.at, opened.has(check));
  return found;
}

/** What only the server says under a certificate of its own: that it is busy, broken or empty. */
const ANSWERS: ReadonlySet<ReasonCode> = new Set([
  'server-error',
  'busy',
  'unreadable',
  'no-release',
  'strips-html',
  'pages-fail',
]);

/** Whether a mirror is down by the word of its server, or of the proxy that refuses to ask it. */
function isOwnAnswer({ state, reasons, seen }: Check): boolean {
  if (state !== 'down') return false;
  const isCertified = seen.tls !== undefined && seen.tls.fault === undefined;
  return reasons.some(({ code }) => code === 'proxy-refuses' || (isCertified && ANSWERS.has(code)));
}

const isOnion = (base: string): boolean => new URL(base).hostname.endsWith('.onion');
