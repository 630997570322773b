import { loadState, signAgain, type SignedHead } from '@tamizdat/release';
import { ToldError } from '@tamizdat/problem';
import { withLock } from '@tamizdat/tree';
import { parseMetadata, parseRoot } from '@tamizdat/verify';
import { loadRoots } from '../keys/root-files.ts';
import { saveRecord } from '../newest/record.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { readKeyring } from '../release/list-signers.ts';
import { openSigners } from '../release/open-signers.ts';
import { refuseForeign } from '../release/refuse-foreign.ts';
import { loadAnnounced } from './load-announced.ts';
import type { ListPlace } from './sign-list.ts';

/**
 * Has targets sign the list of mirrors again from now on, and nobody else.
 * @returns the version of the targets that say so
 * @throws ToldError `list-not-left`, `snapshot-key-kept`, `keys-missing`; Error `foreign-state`, `older-release`
 */
export async function endDelegation({ tree, keys, content, proxy, now }: ListPlace) {
  const state = releaseState(content);
  const mirrors = await loadAnnounced(contentFolder(content));
  return withLock(`${state}.lock`, async () => {
    const roots = await loadRoots(keys);
    await refuseForeign(state, { keys, roots, mirrors, now, proxy });
    const former = loadState(state)?.head;
    const { keyring, isDelegated } = await readKeyring(roots, former);
    if (former === undefined || !isDelegated) throw notLeft();
    await refuseKeptKey(former, roots);
    const signers = await openSigners(keys, keyring, ['targets', 'snapshot', 'timestamp']);
    const resigning = { what: 'undelegation', roots, keys: signers } as const;
    const head = signAgain({ state, tree }, resigning, now);
    await saveRecord(keys, head, roots, now);
    return parseMetadata(head.targets, 'targets').version;
  });
}

/** Clients of TUF refuse a snapshot that no longer names a file, unless its keys were replaced (SPEC 6.8). */
async function refuseKeptKey(head: SignedHead, roots: SignedHead['roots']): Promise<void> {
  const [before, after] = await Promise.all(
    [head.roots, roots].map((list) => parseRoot(list.at(-1) ?? new Uint8Array())),
  );
  const isNamed = (id: string): boolean => before?.roles.snapshot.keyids.includes(id) ?? false;
  if (after?.roles.snapshot.keyids.some(isNamed) === false) return;
  throw new ToldError(
    'snapshot-key-kept',
    {
      en: 'The key for snapshot is the one that signed until now: clients of TUF would refuse every release after this. Nothing was signed.',
      ru: 'Ключ snapshot тот же, что подписывал до сих пор: клиенты TUF отвергли бы после этого каждый выпуск. Ничего не подписано.',
    },
    {
      en: 'Replace it: tamizdat keys rotate <keys> --replace snapshot. Then this command again, before any release.',
      ru: 'Замените его: tamizdat keys rotate <ключи> --replace snapshot. Затем снова эту команду, до любого выпуска.',
    },
  );
}

const notLeft = (): ToldError =>
  new ToldError(
    'list-not-left',
    {
      en: 'The list of mirrors is not left to a key of its own. Nothing was signed.',
      ru: 'Список зеркал никакому отдельному ключу не поручен. Ничего не подписано.',
    },
    {
      en: 'There is nothing to take back: “tamizdat release” and “tamizdat mirrors sign” sign it with the key for targets.',
      ru: 'Забирать назад нечего: «tamizdat release» и «tamizdat mirrors sign» подписывают его ключом targets.',
    },
  );
