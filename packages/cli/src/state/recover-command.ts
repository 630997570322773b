import path from 'node:path';
import { PULL_CONNECTIONS } from '@tamizdat/mirrors';
import { MirrorSource } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { say } from '../language/say.ts';
import { parseBase, parseSize } from '../mirror/pull-arguments.ts';
import { proxyArgument, readProxy } from '../mirror/proxy-argument.ts';
import { releaseState } from '../release/find-outlet.ts';
import { args as common, keysArgument, readKeys, readTree, treeArgument } from './arguments.ts';
import { recoverState, type Recovered } from './recover-state.ts';
import { refuseFull } from './refuse-full.ts';

export default defineCommand({
  meta: {
    name: 'recover',
    description: say({
      en: 'Make the history of releases anew from what a mirror serves, into folders that are empty: what of it this outlet signed, verified, and nothing else. Exit codes: 0 recovered, 1 refused or failed, 2 usage.',
      ru: 'Восстановить историю выпусков из того, что отдаёт зеркало, в пустые папки: только то, что подписало это издание, после проверки. Коды выхода: 0 восстановлено, 1 отказ или не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    mirror: {
      type: 'positional',
      description: say({
        en: 'Address of any mirror of the outlet',
        ru: 'Адрес любого зеркала издания',
      }),
      required: true,
    },
    content: common.content,
    keys: keysArgument,
    root: {
      type: 'string',
      description: say({
        en: 'Whose releases they must be: the file of the outlet’s first root, or its fingerprint (default: root.json of the keys, then rootFingerprint of outlet.yaml)',
        ru: 'Чьими должны быть выпуски: файл первого корня издания или его отпечаток (по умолчанию root.json у ключей, затем rootFingerprint из outlet.yaml)',
      }),
      valueHint: say({ en: 'file or fingerprint', ru: 'файл или отпечаток' }),
    },
    tree: treeArgument,
    'without-tree': {
      type: 'boolean',
      description: say({
        en: 'The history alone: a build makes the tree',
        ru: 'Только историю: дерево сделает сборка',
      }),
      default: false,
    },
    'max-size': {
      type: 'string',
      description: say({
        en: 'Room that the copy may take (default: 20G)',
        ru: 'Сколько места может занять копия (по умолчанию 20G)',
      }),
      valueHint: 'size',
    },
    proxy: proxyArgument,
    'yes-i-looked': {
      type: 'boolean',
      description: say({
        en: 'Take a release that is not said to be the newest any more, after you looked at other mirrors',
        ru: 'Взять выпуск, о котором уже не сказано, что он новейший: если вы посмотрели и другие зеркала',
      }),
      default: false,
    },
    language: common.language,
  },
  async run({ args }) {
    const state = releaseState(args.content);
    const tree = args['without-tree'] ? undefined : readTree(args.tree);
    const proxy = readProxy(args.proxy);
    const base = parseBase(args.mirror);
    const maxBytes = parseSize(args['max-size']);
    refuseFull(state, tree);
    const source = new MirrorSource(base, { proxy, kept: PULL_CONNECTIONS });
    try {
      const recovered = await withLock(`${state}.lock`, () =>
        recoverState(source, {
          ...{ state, tree, proxy, maxBytes, content: args.content, root: args.root },
          keys: readKeys(args.keys, args.content),
          isLookedAt: args['yes-i-looked'],
        }),
      );
      process.stdout.write(`${describe(recovered, base, [state, ...(tree ? [tree] : [])])}\n`);
    } finally {
      source.close();
    }
  },
});

function describe({ number, rootsAdded }: Recovered, base: string, folders: string[]): string {
  const places = folders.map((folder) => path.relative(process.cwd(), folder) || folder);
  const added = rootsAdded.join(', ');
  return say({
    en: `Release ${number} is recovered from ${base}, verified: ${places.join(' and ')}. The next release is ${number + 1}.${added === '' ? '' : `\nRoots that were missing beside the keys: ${added}`}
No mirror has these; take them from a copy, or do without:
  the private keys (from their folder or the sheets of paper: tamizdat keys recover)
  the record of newsletters that were sent: look before you send an issue again
  the history of watched mirrors, the list of reserve mirrors, notes and drafts`,
    ru: `Выпуск ${number} восстановлен с ${base} и проверен: ${places.join(' и ')}. Следующим будет выпуск ${number + 1}.${added === '' ? '' : `\nКорни, которых не было рядом с ключами: ${added}`}
Этого ни на одном зеркале нет; возьмите из копии или обойдитесь:
  закрытые ключи (из их папки или с бумажных листов: tamizdat keys recover)
  записи об отправленных рассылках: проверьте, прежде чем отправить выпуск рассылки ещё раз
  история наблюдения за зеркалами, список запасных зеркал, заметки и черновики`,
  });
}
