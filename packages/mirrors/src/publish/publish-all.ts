import { mapBounded } from '@tamizdat/files';
import type { Telling } from '@tamizdat/problem';
import type { MirrorTarget, Place } from '../kinds/place.ts';
import type { Store } from '../kinds/store.ts';
import { PARALLEL_MIRRORS } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { Progress } from './carry-out.ts';
import type { LocalRelease } from './local-release.ts';
import { type Published, publishMirror } from './publish-mirror.ts';
import type { Wait } from './retry.ts';

/** Why a mirror was not published to, as it may be told. */
export interface Failure {
  code: string;
  message: string;
  remedy: string;
  /** The same in Russian. */
  ru: Telling;
  /** What a tool said; absent for a reserve mirror. */
  detail?: string;
}

/** What became of one mirror. */
export interface Report {
  name: string;
  kind: Place['kind'];
  /** Milliseconds that it took. */
  took: number;
  /** Of a mirror that answers under every name of a domain: whether its server has to put the name into files. */
  everyName?: 'put-in' | 'set';
  /** One of the two; neither for a mirror that others copy. */
  published?: Published;
  failure?: Failure;
}

export interface PublishAllOptions {
  /** Milliseconds since 1970. */
  now: number;
  dryRun: boolean;
  /** Whether a mirror is compared with what it should hold, whatever its note says; none is where absent. */
  repair?: (target: MirrorTarget) => boolean;
  /** Opens a mirror's place; not called for one that others copy. */
  open: (target: MirrorTarget) => Store;
  tell?: (name: string, progress: Progress) => void;
  wait?: Wait;
}

/**
 * Publishes to mirrors side by side: what happens to one does not hold up another. Never throws for a mirror.
 * @returns reports in the order of the mirrors
 */
export async function publishAll(
  targets: readonly MirrorTarget[],
  local: LocalRelease,
  options: PublishAllOptions,
): Promise<Report[]> {
  return sideBySide(targets, (target) => publishOne(target, local, options));
}

/** Does something for mirrors, some at once. @returns what comes of it, in the order of the mirrors */
export async function sideBySide<Result>(
  targets: readonly MirrorTarget[],
  work: (target: MirrorTarget) => Promise<Result>,
): Promise<Result[]> {
  return mapBounded(targets, PARALLEL_MIRRORS, work);
}

async function publishOne(
  target: MirrorTarget,
  local: LocalRelease,
  { now, dryRun, repair, open, tell, wait }: PublishAllOptions,
): Promise<Report> {
  const { name, base, place, wildcard, written = base } = target;
  if (place.kind === 'copied') return { name, kind: place.kind, took: 0 };
  const from = performance.now();
  const everyName: Report['everyName'] = written === null ? 'put-in' : 'set';
  const report = (): Report => ({
    ...{ name, kind: place.kind, took: Math.round(performance.now() - from) },
    ...(wildcard === undefined ? {} : { everyName }),
  });
  let store: Store | undefined;
  try {
    store = open(target);
    const told = (progress: Progress) => tell?.(name, progress);
    const given = {
      base: written,
      ...(wildcard === undefined ? {} : { wildcard }),
      now,
      dryRun,
      repair: repair?.(target) ?? false,
      tell: told,
      ...(wait === undefined ? {} : { wait }),
    };
    const published = await publishMirror(store, local, given);
    return { ...report(), published };
  } catch (error) {
    return { ...report(), failure: describeFailure(error, target) };
  } finally {
    await store?.close();
  }
}

/** A fault as it may be told: of a reserve mirror nothing that says where it is. */
export function describeFailure(error: unknown, { reserve }: { reserve: boolean }): Failure {
  if (!(error instanceof MirrorError)) {
    const said = error instanceof Error ? error.message : String(error);
    return { ...UNFORESEEN, ...(reserve ? {} : { detail: withoutPasswords(said) }) };
  }
  const { code, happened, remedy, detail } = error;
  const shown = reserve || detail === undefined ? {} : { detail: withoutPasswords(detail) };
  const ru = { message: happened.ru, remedy: remedy.ru };
  return { code, message: happened.en, remedy: remedy.en, ru, ...shown };
}

const UNFORESEEN: Failure = {
  code: 'unforeseen',
  message: 'Something went wrong that was not foreseen.',
  remedy: 'Publish again; if it stays, report it with TAMIZDAT_DEBUG=1.',
  ru: {
    message: 'Произошло то, чего не предвидели.',
    remedy: 'Опубликуйте ещё раз; если не пройдёт, сообщите об этом с TAMIZDAT_DEBUG=1.',
  },
};

/** What stands before the “@” of an address, or behind its “?” as signatures of stores do, never reaches a log. */
export const withoutPasswords = (text: string): string =>
  text
    .replaceAll(/(\/\/)[^\s/@]+@/g, '$1…@')
    .replaceAll(/(\/\/[^\s?"'<>]+)(\?[^\s"'<>]+)?/g, (_, address: string, query?: string) =>
      query === undefined ? address : `${address}?…`,
    );
