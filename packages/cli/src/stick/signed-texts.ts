import { inspectRelease, openFolder, type Source } from '@tamizdat/release';
import { MAX_BYTES } from '@tamizdat/verify';
import { say } from '../language/say.ts';
import type { OutFile } from './out-file.ts';

/** Folder of what the newsroom signed. */
export const SIGNED = 'signed/';
const FIRST_ROOT = 'release/1.root.json';
/** Faults that are told. */
const TOLD_MAX = 20;

export interface SignedTexts {
  /** Folder of a tree that was built and signed. */
  tree: string;
  /** Of the texts, in the tree. */
  paths: readonly string[];
  /** The outlet’s, where it has one. */
  fingerprint: string | undefined;
  /** Milliseconds since 1970 */
  now: number;
}

/**
 * Gathers texts as they were signed, with all that `tamizdat verify --page` reads to judge each of them: what it reads is what
 * comes along, and nothing else.
 * @throws Error that names texts which the release does not have, or which are not as it has them
 */
export async function gatherSigned({
  tree,
  paths,
  fingerprint,
  now,
}: SignedTexts): Promise<OutFile[]> {
  const files = new Map<string, Uint8Array>();
  const source = keepReads(openFolder(tree), files);
  const known = fingerprint === undefined ? undefined : { fingerprint };
  await source.read(FIRST_ROOT, MAX_BYTES.root);
  const faults: string[] = [];
  for (const path of paths) {
    const { findings, lost } = await inspectRelease(source, {
      known,
      now,
      scope: { kind: 'page', path },
    });
    if (findings.length > 0 || lost > 0)
      faults.push(`${path}: ${findings.map(({ code }) => code).join(', ')}`);
  }
  if (faults.length > 0) throw new Error(describeFaults(tree, faults));
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => ({
      path: SIGNED + path,
      isStored: false,
      load: () => Promise.resolve(bytes),
    }));
}

/** A source that keeps what is read, reads nothing twice, and can do nothing but read. */
function keepReads({ read, spent }: Source, files: Map<string, Uint8Array>): Source {
  const known = new Map<string, ReturnType<Source['read']>>();
  return {
    spent,
    read: (path, limit) => {
      const reading =
        known.get(path) ??
        read(path, limit).then((bytes) => {
          if (bytes !== undefined) files.set(path, bytes);
          return bytes;
        });
      known.set(path, reading);
      return reading;
    },
  };
}

function describeFaults(tree: string, faults: readonly string[]): string {
  const told = faults.slice(0, TOLD_MAX).join('\n  ');
  const rest = faults.length > TOLD_MAX ? `\n  … ${faults.length - TOLD_MAX}` : '';
  return say({
    en: `Nothing was written: these texts are not in the signed tree ${tree}, or not as it was signed:\n  ${told}${rest}\nBuild and sign first (tamizdat build, tamizdat release), or leave out --signed.`,
    ru: `Ничего не записано: этих текстов нет в подписанном дереве ${tree} или они не такие, какими их подписали:\n  ${told}${rest}\nСначала соберите и подпишите (tamizdat build, tamizdat release) или не ставьте --signed.`,
  });
}
