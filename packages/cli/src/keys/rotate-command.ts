import path from 'node:path';
import { openKeyFolder, rotateRoot, Sealer } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { parseReplaced, replaceKeys } from './replace-keys.ts';
import { loadRoots, writeNewestRoot } from './root-files.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'rotate',
    description: say({
      en: 'Sign the next root: with new keys in place of some, or the same keys for another two years. Then release, so that readers learn of it. Exit codes: 0 signed, 1 failed, 2 usage.',
      ru: 'Подписать следующий корень: с новыми ключами вместо некоторых или с теми же ещё на два года. Потом сделайте выпуск, чтобы о нём узнали программы читателей. Коды выхода: 0 подписано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({ en: 'Folder of the keys', ru: 'Папка ключей' }),
      required: true,
    },
    replace: {
      type: 'string',
      description: say({
        en: 'Keys to replace: targets, snapshot, timestamp, or the first digits of a root key’s id, with commas between',
        ru: 'Какие ключи заменить: targets, snapshot, timestamp или первые цифры id корневого ключа, через запятую',
      }),
      valueHint: 'names',
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was made as JSON', ru: 'Напечатать созданное как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const folder = path.resolve(args.folder);
    const roots = await loadRoots(folder);
    const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
    const replaced = parseReplaced(args.replace, newest);
    const passphrase = await askPassphrase();
    const opened = await openKeyFolder(folder, ['root'], () => Promise.resolve(passphrase));
    const present = opened.map(({ key }) => key);
    const next = replaceKeys(newest, replaced, new Sealer(passphrase));
    const keys = [...present, ...next.rootKeys];
    const rotated = await rotateRoot(roots, next.signers, keys, readNow());
    const version = newest.version + 1;
    // Keys first: a root that names keys which nobody has could never be followed by a release.
    const files = next.write(folder);
    const root = writeNewestRoot(folder, rotated);
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ version, root, keys: files }, undefined, 2)}\n`
        : say({
            en: `Root ${version}: ${root}\n${files.map((file) => `New key: ${file}\n`).join('')}Now make a release: readers learn of new keys with it.\n`,
            ru: `Корень ${version}: ${root}\n${files.map((file) => `Новый ключ: ${file}\n`).join('')}Теперь сделайте выпуск: с ним о новых ключах узнают программы читателей.\n`,
          }),
    );
  },
});
