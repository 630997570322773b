import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { nameRefusal } from '@tamizdat/files';
import { listKeyFiles, openSeed, Sealer, writeSeed } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRoot } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent, defaultTree } from '../repository/folders.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { isWithin } from './is-within.ts';
import { loadRoots } from './root-files.ts';
import { say } from '../language/say.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp', 'addresses'] as const;
type OnlineRole = (typeof ONLINE)[number];

export default defineCommand({
  meta: {
    name: 'export',
    description: say({
      en: 'Write the key of a role unsealed into a file, for the secrets of a build service: TAMIZDAT_KEY_TIMESTAMP and so on. Delete the file when it is there. Exit codes: 0 written, 1 failed, 2 usage.',
      ru: 'Записать ключ роли в файл без пароля, для секретов службы сборки: TAMIZDAT_KEY_TIMESTAMP и так далее. Перенеся его туда, удалите файл. Коды выхода: 0 записано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({ en: 'Folder of the keys', ru: 'Папка ключей' }),
      required: true,
    },
    role: {
      type: 'string',
      description: say({
        en: 'targets, snapshot, timestamp, or addresses (for the list of mirrors, where that is left to a key of its own); root keys stay offline',
        ru: 'targets, snapshot, timestamp или addresses (для списка зеркал, если он поручен отдельному ключу); корневые ключи остаются вне сети',
      }),
      required: true,
      valueHint: 'role',
    },
    out: {
      type: 'string',
      description: say({
        en: 'New file, outside content and tree',
        ru: 'Новый файл, не в содержимом и не в дереве',
      }),
      required: true,
      valueHint: 'file',
    },
  },
  async run({ args }) {
    const [folder, out] = [path.resolve(args.folder), path.resolve(args.out)];
    const role = parseRole(args.role);
    const place = [defaultContent, defaultTree].find((one) => isWithin(out, one));
    if (place !== undefined)
      throw new UsageError(
        say({
          en: `${out} is inside ${place}, which is published. Name another file.`,
          ru: `${out} — внутри ${place}, а это публикуется. Укажите другой файл.`,
        }),
      );
    const root = await parseRoot((await loadRoots(folder)).at(-1) ?? new Uint8Array());
    const files = listKeyFiles(folder).filter(({ id, role: of }) =>
      role === 'addresses' ? of === role : root.roles[role].keyids.includes(id),
    );
    if (files.length === 0)
      throw new Error(
        say({
          en: `No key for ${role} that counts is in ${folder}. “tamizdat keys show” lists them.`,
          ru: `В ${folder} нет действующего ключа для ${role}. Какие есть, покажет «tamizdat keys show».`,
        }),
      );
    const sealer = new Sealer(await askPassphrase());
    writeSecret(out, files.map((file) => writeSeed(openSeed(file, sealer))).join(','));
    process.stdout.write(
      say({
        en: `Written to ${out}: set TAMIZDAT_KEY_${role.toUpperCase()} to what is in it, and delete it.\n`,
        ru: `Записано в ${out}: впишите его содержимое в TAMIZDAT_KEY_${role.toUpperCase()} и удалите файл.\n`,
      }),
    );
  },
});

/** @throws UsageError */
function parseRole(text: string): OnlineRole {
  const role = ONLINE.find((one) => one === text);
  if (role !== undefined) return role;
  throw new UsageError(
    say({
      en: `--role is targets, snapshot, timestamp or addresses, not “${text}”. Root keys are never handed to a service.`,
      ru: `--role — это targets, snapshot, timestamp или addresses, а не «${text}». Корневые ключи службам не отдают.`,
    }),
  );
}

/** Nobody else may read it, and nothing is written over. */
function writeSecret(file: string, secret: string): void {
  const handle = openSync(file, 'wx', 0o600);
  nameRefusal(file, () => writeSync(handle, `${secret}\n`));
  closeSync(handle);
}
