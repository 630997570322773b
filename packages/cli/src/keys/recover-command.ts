import path from 'node:path';
import {
  createSigningKey,
  parseRecoveryWords,
  Sealer,
  sealKey,
  startStretching,
  writeKeyFile,
} from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot } from '@tamizdat/verify';
import { askNewPassphrase, askWords } from './ask-passphrase.ts';
import { loadRoots } from './root-files.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'recover',
    description: say({
      en: 'Bring a lost root key back from the words of its recovery sheet, asked for or read from standard input. The passphrase that seals it is asked for, or taken from TAMIZDAT_PASSPHRASE. Exit codes: 0 written, 1 failed, 2 usage.',
      ru: 'Вернуть потерянный корневой ключ по словам с его листа для восстановления: их спрашивают или читают со стандартного ввода. Пароль, которым он запечатан, спрашивают или берут из TAMIZDAT_PASSPHRASE. Коды выхода: 0 записано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({
        en: 'Folder of the keys, or one with root.json and those that followed it',
        ru: 'Папка ключей или та, где лежат root.json и следующие корни',
      }),
      required: true,
    },
  },
  async run({ args }) {
    const folder = path.resolve(args.folder);
    const root = await parseRoot((await loadRoots(folder)).at(-1) ?? new Uint8Array());
    const seed = parseRecoveryWords(await askWords());
    const { id } = createSigningKey(seed);
    if (!root.roles.root.keyids.includes(id))
      throw new Error(
        say({
          en: `These are the words of a key that root ${root.version} of this outlet does not name: it was replaced, or is another outlet’s.`,
          ru: `Это слова ключа, которого корень ${root.version} этого издания не называет: ключ заменён или принадлежит другому изданию.`,
        }),
      );
    const name = `root-recovered-${id.slice(0, 8)}`;
    const sealer = new Sealer(await askNewPassphrase());
    writeKeyFile(folder, sealKey(seed, { role: 'root', name }, sealer, startStretching()));
    process.stdout.write(
      say({
        en: `The root key ${id.slice(0, 16)} is back: ${name}.key.json\n`,
        ru: `Корневой ключ ${id.slice(0, 16)} возвращён: ${name}.key.json\n`,
      }),
    );
  },
});
