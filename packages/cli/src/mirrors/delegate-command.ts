import path from 'node:path';
import {
  createSigningKey,
  listKeyFiles,
  loadState,
  makeKey,
  openKeyFolder,
  Sealer,
  sealKey,
  signAgain,
  type SigningKey,
  startStretching,
  writeKeyFile,
} from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import { parseMetadata } from '@tamizdat/verify';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { askPassphrase } from '../keys/ask-passphrase.ts';
import { isWithin } from '../keys/is-within.ts';
import { loadRoots } from '../keys/root-files.ts';
import { say } from '../language/say.ts';
import { proxyArgument, readProxy } from '../mirror/proxy-argument.ts';
import { saveRecord } from '../newest/record.ts';
import { contentFolder, refuseKeysInside, releaseState } from '../release/find-outlet.ts';
import { readKeyring } from '../release/list-signers.ts';
import { openSigners } from '../release/open-signers.ts';
import { refuseForeign } from '../release/refuse-foreign.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { UsageError } from '../frame/usage-error.ts';
import { endDelegation } from './end-delegation.ts';
import { loadAnnounced } from './load-announced.ts';

export default defineCommand({
  meta: {
    name: 'delegate',
    description: say({
      en: 'Leave the list of mirrors to a key of its own from now on, so that the machine that signs new lists by itself needs no key for targets. The key is made where there is none. Exit codes: 0 signed, 1 failed, 2 usage.',
      ru: 'Поручить список зеркал отдельному ключу, чтобы машине, которая сама подписывает новые списки, не был нужен ключ targets. Если ключа ещё нет, он создаётся. Коды выхода: 0 подписано, 1 ошибка, 2 ошибка вызова.',
    }),
  },
  args: {
    tree: {
      type: 'positional',
      description: say({ en: 'Folder of the released tree', ru: 'Папка выпущенного дерева' }),
      required: true,
    },
    keys: {
      type: 'string',
      description: say({ en: 'Folder of the keys', ru: 'Папка ключей' }),
      valueHint: 'folder',
      required: true,
    },
    'new-key': {
      type: 'boolean',
      description: say({
        en: 'Make another key in place of the present one, which may have been stolen',
        ru: 'Создать новый ключ вместо прежнего, который могли украсть',
      }),
      default: false,
    },
    end: {
      type: 'boolean',
      description: say({
        en: 'Take the list back: the key for targets signs it again. Takes a new key for snapshot first (keys rotate --replace snapshot)',
        ru: 'Забрать список назад: его снова подписывает ключ targets. До этого нужен новый ключ snapshot (keys rotate --replace snapshot)',
      }),
      default: false,
    },
    content: contentArgument,
    proxy: proxyArgument,
  },
  async run({ args }) {
    const [tree, keys] = [path.resolve(args.tree), path.resolve(args.keys)];
    refuseKeysInside(isWithin(keys, tree), keys, tree);
    if (args.end) {
      if (args['new-key']) throw new UsageError(say(EITHER));
      const { content } = args;
      const place = { tree, keys, content, proxy: readProxy(args.proxy), now: readNow() };
      process.stdout.write(describeEnd(await endDelegation(place)));
      return;
    }
    const state = releaseState(args.content);
    const mirrors = await loadAnnounced(contentFolder(args.content));
    const { name, version } = await withLock(`${state}.lock`, async () => {
      const now = readNow();
      const roots = await loadRoots(keys);
      await refuseForeign(state, { keys, roots, mirrors, now, proxy: readProxy(args.proxy) });
      const { keyring } = await readKeyring(roots, loadState(state)?.head);
      const passphrase = await askPassphrase();
      // It is typed once: the same one seals all of them.
      const known = (): Promise<string> => Promise.resolve(passphrase);
      const roles = ['targets', 'snapshot', 'timestamp'] as const;
      const signers = await openSigners(keys, keyring, roles, known);
      const addresses = await takeKey(keys, passphrase, args['new-key']);
      const online = { ...signers, addresses: [addresses.key] };
      // First: a head that names a key which nobody has could never be followed by another list.
      addresses.write();
      const head = signAgain({ state, tree }, { what: 'delegation', keys: online }, now);
      await saveRecord(keys, head, roots, now);
      return { name: addresses.name, version: parseMetadata(head.targets, 'targets').version };
    });
    process.stdout.write(
      `${say({
        en: `From targets ${version} on the key “${name}” signs the list of mirrors. Publish: readers learn of it then. “tamizdat keys export --role addresses” hands it to the machine that signs lists by itself, with those for snapshot and timestamp; the key for targets need not be there any more.`,
        ru: `Начиная с targets ${version} список зеркал подписывает ключ «${name}». Опубликуйте выпуск: тогда об этом узнают читатели. «tamizdat keys export --role addresses» передаст его машине, которая сама подписывает списки, вместе с ключами snapshot и timestamp; ключ targets ей больше не нужен.`,
      })}\n`,
    );
  },
});

const EITHER = {
  en: '--end or --new-key, not both.',
  ru: '--end или --new-key, но не оба.',
};

const describeEnd = (version: number): string =>
  `${say({
    en: `From targets ${version} on the key for targets signs the list of mirrors again. Publish: readers learn of it then. “watch --renew” needs that key now; delete TAMIZDAT_KEY_ADDRESSES where it was handed on.`,
    ru: `Начиная с targets ${version} список зеркал снова подписывает ключ targets. Опубликуйте выпуск: тогда об этом узнают читатели. Теперь этот ключ нужен и «watch --renew»; удалите TAMIZDAT_KEY_ADDRESSES там, куда его передавали.`,
  })}\n`;

/** A key for lists: the newest that is there, or a new one that `write` puts beside the others. */
async function takeKey(
  folder: string,
  passphrase: string,
  isNew: boolean,
): Promise<{ name: string; key: SigningKey; write: () => void }> {
  const names = listKeyFiles(folder).flatMap(({ role, name }) =>
    role === 'addresses' ? [name] : [],
  );
  if (names.length > 0 && !isNew) {
    const opened = await openKeyFolder(folder, ['addresses'], () => Promise.resolve(passphrase));
    const newest = opened.toSorted((one, other) => numberOf(other.name) - numberOf(one.name))[0];
    if (newest !== undefined) return { ...newest, write: () => undefined };
  }
  const number = Math.max(0, ...names.map(numberOf)) + 1;
  const name = number === 1 ? 'addresses' : `addresses-${number}`;
  const { seed } = makeKey('addresses', name);
  const about = { role: 'addresses', name } as const;
  const file = sealKey(seed, about, new Sealer(passphrase), startStretching());
  return {
    name,
    key: createSigningKey(seed),
    write: () => {
      writeKeyFile(folder, file);
    },
  };
}

const numberOf = (name: string): number => Number(/^addresses-(\d+)$/.exec(name)?.[1] ?? 1);
