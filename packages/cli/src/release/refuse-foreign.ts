import {
  explainFinding,
  fingerprintOf,
  loadState,
  type MakeReleaseOptions,
  verifyState,
} from '@tamizdat/release';
import { ReleaseError, verifyHead } from '@tamizdat/verify';
import type { Proxy } from '@tamizdat/http';
import { listWitnesses, refuseAnew, refuseOlder } from '../newest/refuse-older.ts';
import { describeSilent, newestUnknown } from '../newest/silent.ts';
import { say, tell } from '../language/say.ts';

/** Whose releases they are, and who knows the newest one. */
export interface Outlet extends Pick<MakeReleaseOptions, 'roots' | 'mirrors' | 'now'> {
  /** Folder of the keys. */
  keys: string;
  /** Through which mirrors are asked. */
  proxy?: Proxy | undefined;
  /** Whether it is said that nothing was released before: a mirror need not say so. */
  isFirst?: boolean;
}

/**
 * Refuses a history of releases that this outlet did not sign, or that ends before the newest release that the
 * outlet's record or a mirror knows: what is signed next would go on from it.
 * @param state Folder of the history.
 * @throws Error `foreign-state`, `older-release`, `newest-unknown`; ToldError
 */
export async function refuseForeign(
  state: string,
  { roots, now, isFirst = false, ...asked }: Outlet,
): Promise<void> {
  const head = loadState(state)?.head;
  if (head !== undefined) {
    try {
      await verifyState(head, roots, now);
    } catch (error) {
      throw error instanceof ReleaseError ? foreignState(state, error) : error;
    }
  }
  const fingerprint = fingerprintOf(roots[0] ?? new Uint8Array());
  const { witnesses, silent } = await listWitnesses({ ...asked, fingerprint, now });
  if (head === undefined) {
    refuseAnew(witnesses);
    if (silent.length > 0 && !isFirst) throw newestUnknown(silent.join(', '));
  } else {
    const what = say({
      en: `The history of releases in ${state}`,
      ru: `История выпусков в ${state}`,
    });
    await refuseOlder(what, witnesses, (trust) => verifyHead(head, trust, { now }));
  }
  if (silent.length > 0) process.stderr.write(`${describeSilent(silent.join(', '))}\n`);
}

/** Says that a history is not the outlet's. */
export function foreignState(place: string, { code, detail }: ReleaseError): Error {
  return new Error(
    [
      say({
        en: `foreign-state: ${place} is not what this outlet signed. Nothing was signed.`,
        ru: `foreign-state: ${place} — не то, что подписало это издание. Ничего не подписано.`,
      }),
      `  ${code}: ${tell(explainFinding({ code, ...detail })).message}`,
      say({
        en: '  Restore it from the machine that made the last release, and find out who could write there. If the keys in --keys',
        ru: '  Возьмите его с машины, которая сделала последний выпуск, и выясните, кто мог туда писать. Если ключи в --keys',
      }),
      say({
        en: '  are not those of this site, name the right folder.',
        ru: '  не от этого сайта, укажите верную папку.',
      }),
    ].join('\n'),
  );
}
