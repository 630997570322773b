import type { Proxy } from '@tamizdat/http';
import { fetchHead, openMirror, SourceError } from '@tamizdat/release';
import { type Mirror, type Release, ReleaseError, type Trust } from '@tamizdat/verify';
import type { InBoth } from '@tamizdat/problem';
import { say } from '../language/say.ts';
import { MIRROR_ANSWER_MS, MIRROR_IDLE_MS } from './limits.ts';
import { nameMirrors } from '../mirrors/name-mirrors.ts';
import { loadRecord, recordOf } from './record.ts';

/** Somebody who knows a newest release. */
export interface Witness {
  /** What it is called in a message. */
  name: string;
  trust: Trust;
  /** What a mirror shows. */
  mirror?: { base: string; release: Release };
}

/** What those who were asked know. */
export interface Testimony {
  witnesses: Witness[];
  /** Mirrors of which nothing could be learned, each once, as they are told of. */
  silent: string[];
}

/** Who is asked. */
export interface Asked {
  /** Folder of the record; undefined where none is known. */
  keys: string | undefined;
  /** Announced mirrors. */
  mirrors: readonly Pick<Mirror, 'base' | 'name'>[];
  /** The outlet's. */
  fingerprint: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Through which mirrors are asked. */
  proxy?: Proxy | undefined;
}

/**
 * Asks the outlet's record and all announced mirrors for the newest release they know. A mirror that cannot be asked,
 * or shows nothing genuine, is named: it may be blocked from here. What it shows is verified from the first root
 * on, so that a mirror can show no more than what the outlet signed.
 * @throws ToldError where there is a record that cannot be read
 */
export async function listWitnesses({ keys, mirrors, ...asked }: Asked): Promise<Testimony> {
  const record = keys === undefined ? undefined : await loadRecord(keys);
  const own = record && keys !== undefined ? [{ name: recordOf(keys), trust: record }] : [];
  const answers = await Promise.all(mirrors.map((mirror) => askMirror(mirror, asked)));
  return {
    witnesses: [...own, ...answers.filter((answer) => typeof answer === 'object')],
    silent: nameMirrors(mirrors.filter((_, at) => answers[at] === 'silent')),
  };
}

async function askMirror(
  { base, name }: Pick<Mirror, 'base' | 'name'>,
  { fingerprint, now, proxy }: Pick<Asked, 'fingerprint' | 'now' | 'proxy'>,
): Promise<Witness | 'none' | 'silent'> {
  // Without Tor nobody answers, and a resolver would learn of it.
  if (new URL(base).hostname.endsWith('.onion') && proxy === undefined) return 'silent';
  const patience = { idleMs: MIRROR_IDLE_MS, answerMs: MIRROR_ANSWER_MS, waits: [], proxy };
  const source = openMirror(base, patience);
  try {
    const { head } = await fetchHead(source, { fingerprint }, now);
    const mirror = { base, release: head.release };
    return {
      name: say({ en: `the mirror “${name}”`, ru: `зеркало «${name}»` }),
      trust: head.trust,
      mirror,
    };
  } catch (error) {
    if (error instanceof ReleaseError)
      return error.code === 'missing' && error.detail.at === BUNDLE ? 'none' : 'silent';
    if (error instanceof SourceError) return 'silent';
    throw error;
  } finally {
    source.close();
  }
}

const BUNDLE = 'release/bundle.json';

/**
 * Refuses a head that is older than what a witness knows.
 * @param verify Verifies the head against what is remembered (SPEC, section 9).
 * @throws Error `older-release`
 */
export async function refuseOlder(
  what: string,
  witnesses: readonly Witness[],
  verify: (trust: Trust) => Promise<unknown>,
): Promise<void> {
  for (const { name, trust } of witnesses) {
    const error = await findFault(trust, verify);
    if (error === undefined) continue;
    const { code, detail } = error;
    const found = `${code}${detail.at === undefined ? '' : `: ${detail.at} ${detail.found ?? ''}, known ${detail.expected ?? ''}`}`;
    throw olderRelease(
      say({
        en: `${what} is older than what ${name} shows: release ${trust.release} (${found}).`,
        ru: `${what}: старее того, что показывает ${name}: выпуск ${trust.release} (${found}).`,
      }),
      witnesses,
    );
  }
}

async function findFault(
  trust: Trust,
  verify: (trust: Trust) => Promise<unknown>,
): Promise<ReleaseError | undefined> {
  try {
    // A timestamp says no more than that its release was the newest then: an older one of the same is no harm here.
    await verify({ ...trust, timestamp: 0 });
    return undefined;
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

/** @throws Error `older-release` where there is no history, and somebody knows a release */
export function refuseAnew(witnesses: readonly Witness[]): void {
  const [first] = witnesses;
  if (first === undefined) return;
  throw olderRelease(
    say({
      en: `There is no history of releases here, and ${first.name} shows release ${first.trust.release}.`,
      ru: `Истории выпусков здесь нет, а ${first.name} показывает выпуск ${first.trust.release}.`,
    }),
    witnesses,
  );
}

function olderRelease(what: string, witnesses: readonly Witness[]): Error {
  const shown = witnesses.flatMap(({ mirror }) => mirror ?? []);
  const newest = shown.toSorted((a, b) => b.release.number - a.release.number)[0]?.base;
  return new Error(
    say({
      en: `older-release: ${what} Nothing was signed.
  Readers who saw the newer one would refuse what is made from here, and others would take what is old for the newest.
${describeWays(newest).en}
  Where the branch was put back by somebody else, find out who can push to it (docs/forge.md).`,
      ru: `older-release: ${what} Ничего не подписано.
  Читатели, которые видели более новый, отвергли бы сделанное отсюда, а другие приняли бы старое за новейшее.
${describeWays(newest).ru}
  Если ветку вернул назад кто-то чужой, выясните, кто может на неё отправлять (docs/forge.md).`,
    }),
  );
}

/** How the history of releases is had. @param base Of a mirror that shows the newest release. */
export function describeWays(base = 'https://…/'): InBoth {
  return {
    en: `  Take the history from the machine that made that release, or from the branch: tamizdat state fetch --without-tree
  or, verified, from a mirror: tamizdat state recover ${base} --without-tree`,
    ru: `  Возьмите историю с машины, где сделан тот выпуск, или с ветки: tamizdat state fetch --without-tree
  или, с проверкой, с зеркала: tamizdat state recover ${base} --without-tree`,
  };
}
