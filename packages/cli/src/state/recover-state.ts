import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadContent } from '@tamizdat/archive';
import type { Proxy } from '@tamizdat/http';
import { type Pull, PulledFolder, pullMirror } from '@tamizdat/mirrors';
import {
  explainFinding,
  fingerprintOf,
  isFresh,
  type MirrorSource,
  type SignedHead,
} from '@tamizdat/release';
import { parseRelease, ReleaseError, verifyHead } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { openProgressLine } from '../frame/progress-line.ts';
import { UsageError } from '../frame/usage-error.ts';
import { writeNewestRoot } from '../keys/root-files.ts';
import { say, tell } from '../language/say.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { saveRecord } from '../newest/record.ts';
import { listWitnesses, refuseOlder, type Witness } from '../newest/refuse-older.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { findNamed } from '../verify/find-publisher.ts';
import { loadOwnRoots } from './arguments.ts';
import { fetchFormer } from './fetch-former.ts';
import { fileReader, listCopy, readHead } from './pulled-copy.ts';
import { type Destination, verifyKept, writeKept } from './restore-kept.ts';

/** What is recovered, of whom, and where it goes. */
export interface Recovery extends Destination {
  content: string | undefined;
  /** Folder of the outlet's roots. */
  keys: string;
  /** Who was named on the command line. */
  root: string | undefined;
  proxy: Proxy | undefined;
  maxBytes: number;
  /** Whether a release is taken that is not said to be the newest any more. */
  isLookedAt: boolean;
}

export interface Recovered {
  /** Of the release. */
  number: number;
  /** Versions of roots that were written beside the keys. */
  rootsAdded: number[];
}

/**
 * Makes the history of an outlet's releases from what a mirror serves. It is pulled as a copy, compared with all others
 * who know a newest release, and restored as what comes from a branch is: nothing of it is believed, and nothing is put
 * in its place before all of it is verified. What has come of a pull that was cut off is kept for the next one.
 * @throws UsageError; Error `mirror-refused`, `mirror-unreachable`, `mirror-frozen`, `mirror-forked`, `older-release`
 */
export async function recoverState(source: MirrorSource, recovery: Recovery): Promise<Recovered> {
  const work = `${recovery.state}.recovering`;
  const now = readNow();
  const publisher = await findOutlet(recovery, path.join(work, 'seen'));
  const pulled = await pull(source, work, { ...publisher, now, maxBytes: recovery.maxBytes });
  // What a network cut off is not the mirror's fault.
  if (pulled.exit === 4) throw unreachable(source.base, pulled);
  try {
    const copy = new PulledFolder(work).served;
    if (pulled.exit === 1 || copy === undefined) throw refused(source.base, pulled);
    if (!recovery.isLookedAt) refuseFrozen(source.base, pulled);
    const head = readHead(copy);
    await compareOthers(source.base, head, { ...recovery, ...publisher, now });
    await fetchFormer(source, head, copy);
    return await restore(copy, head, recovery, now);
  } catch (error) {
    throw error instanceof ReleaseError ? notSigned(source.base, error) : error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @throws UsageError where nobody says whose releases they are, or two say different things */
async function findOutlet({ root, keys, content }: Recovery, memory: string) {
  const own = await loadOwnRoots(keys);
  const ofKeys = own && fingerprintOf(own[0] ?? new Uint8Array());
  const { outlet } = await loadContent(contentFolder(content), { only: ['outlet.yaml'] });
  const told = outlet.rootFingerprint;
  if (root === undefined && ofKeys !== undefined && told !== undefined && ofKeys !== told)
    throw new UsageError(
      say({
        en: `outlet-unclear: ${keys} has the fingerprint ${ofKeys}, and outlet.yaml says ${told}. Whose releases are meant: --root <fingerprint>`,
        ru: `outlet-unclear: у ${keys} отпечаток ${ofKeys}, а в outlet.yaml указан ${told}. Чьи выпуски нужны: --root <отпечаток>`,
      }),
    );
  const named = root ?? ofKeys ?? told;
  const { known, fingerprint } = named === undefined ? {} : await findNamed(named, memory);
  if (known !== undefined && fingerprint !== undefined) return { known, fingerprint };
  throw new UsageError(
    say({
      en: 'outlet-unknown: whose releases they must be stands neither in outlet.yaml (rootFingerprint) nor beside the keys. Name it: --root <fingerprint>, from the sheets of paper or from where readers find it.',
      ru: 'outlet-unknown: чьими должны быть выпуски, не сказано ни в outlet.yaml (rootFingerprint), ни рядом с ключами. Назовите: --root <отпечаток>, с бумажных листов или оттуда, где его находят читатели.',
    }),
  );
}

async function pull(
  source: MirrorSource,
  folder: string,
  given: Pick<Parameters<typeof pullMirror>[0], 'known' | 'fingerprint' | 'now' | 'maxBytes'>,
): Promise<Pull> {
  const line = openProgressLine(process.stderr, process.env);
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    line.show(`${done}/${total}`);
  };
  return pullMirror({ ...given, source, folder, onProgress }).finally(line.end);
}

/** @throws Error `older-release`, `mirror-forked` */
async function compareOthers(
  base: string,
  head: SignedHead,
  { keys, content, proxy, fingerprint, now }: Recovery & { fingerprint: string; now: number },
): Promise<void> {
  const mirrors = await loadAnnounced(contentFolder(content));
  const others = mirrors.filter((mirror) => mirror.base !== base);
  const asked = { keys, mirrors: others, fingerprint, now, proxy };
  const { witnesses } = await listWitnesses(asked);
  await refuseOlder(base, witnesses, (trust) => verifyHead(head, trust, { now }));
  const { number, tree } = parseRelease(head.release);
  const isOther = ({ mirror }: Witness): boolean =>
    mirror?.release.number === number && mirror.release.tree.root !== tree.root;
  const fork = witnesses.find(isOther);
  if (fork === undefined) return;
  throw new Error(
    say({
      en: `mirror-forked: ${base} and ${fork.name} show two different releases ${number}, both signed by this outlet. Nothing was written.\n  Two machines made them from one history, or somebody else has the keys. Find out which one readers have seen, and whether a key is stolen (packages/release/KEYS.md).`,
      ru: `mirror-forked: ${base} и ${fork.name} показывают два разных выпуска ${number}, и оба подписаны этим изданием. Ничего не записано.\n  Их сделали две машины из одной истории, или ключи есть у кого-то ещё. Выясните, какой видели читатели и не украден ли ключ (packages/release/KEYS.md).`,
    }),
  );
}

async function restore(
  copy: string,
  head: SignedHead,
  { state, tree, keys }: Recovery,
  now: number,
): Promise<Recovered> {
  const own = (await loadOwnRoots(keys)) ?? [];
  // Later roots were verified from the first on; a clone may not have them.
  const later = head.roots.slice(own.length);
  const files = listCopy(copy, head, path.join(path.dirname(copy), 'state'));
  const restored = await verifyKept(files, fileReader, { roots: [...own, ...later], now });
  await writeKept(restored, files, fileReader, { state, tree });
  const rootsAdded = own.length === 0 ? [] : addRoots(keys, head.roots, own.length);
  if (existsSync(path.join(keys, 'root.json')))
    await saveRecord(keys, restored.state.head, head.roots, now);
  return { number: parseRelease(head.release).number, rootsAdded };
}

function addRoots(keys: string, roots: SignedHead['roots'], known: number): number[] {
  const versions = roots.map((_, at) => at + 1).slice(known);
  for (const version of versions) writeNewestRoot(keys, roots.slice(0, version));
  return versions;
}

function refuseFrozen(base: string, { head }: Pull): void {
  if (head === undefined || isFresh(head)) return;
  const { number, clock } = head.release;
  throw new Error(
    say({
      en: `mirror-frozen: ${base} shows release ${number} (${clock}), and nobody has said for more than a week that it is the newest, or this machine’s clock is behind. Nothing was written.\n  A mirror that is kept from going on looks like this. Ask other mirrors. Where you know that the outlet released nothing since: --yes-i-looked`,
      ru: `mirror-frozen: ${base} показывает выпуск ${number} (${clock}), и больше недели никто не подтверждал, что он новейший, или часы этой машины отстают. Ничего не записано.\n  Так выглядит зеркало, которое нарочно держат на старом. Спросите другие зеркала. Если вы знаете, что с тех пор издание ничего не выпускало: --yes-i-looked`,
    }),
  );
}

const unreachable = (base: string, { unreachable: why }: Pull): Error =>
  new Error(
    say({
      en: `mirror-unreachable: ${base} does not show a release${why === undefined ? ', but another page' : `: ${why.en}`}. Nothing was written.\n  Look at the address, ask through a proxy (--proxy), or name another mirror: what has come so far is kept for the next run.`,
      ru: `mirror-unreachable: ${base} не показывает выпуска${why === undefined ? ', там другая страница' : `: ${why.ru}`}. Ничего не записано.\n  Проверьте адрес, спросите через прокси (--proxy) или назовите другое зеркало: то, что уже пришло, сохранено для следующего запуска.`,
    }),
  );

function refused(base: string, { findings }: Pick<Pull, 'findings'>): Error {
  const told = findings
    .slice(0, SHOWN)
    .map((finding) => `  ${finding.code}: ${tell(explainFinding(finding)).message}`);
  return new Error(
    [
      say({
        en: `mirror-refused: what ${base} serves is not, or not in whole, what this outlet signed. Nothing was written.`,
        ru: `mirror-refused: то, что отдаёт ${base}, это издание не подписывало или подписывало не всё. Ничего не записано.`,
      }),
      ...told,
      say({ en: '  Name another mirror.', ru: '  Назовите другое зеркало.' }),
    ].join('\n'),
  );
}

const SHOWN = 5;

const notSigned = (base: string, { code, detail }: ReleaseError): Error =>
  refused(base, { findings: [{ code, ...detail }] });
