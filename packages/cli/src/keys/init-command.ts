import path from 'node:path';
import { toWords } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { askNewPassphrase } from './ask-passphrase.ts';
import { describeFingerprint } from './describe-fingerprint.ts';
import { makeKeys, refuseFolders } from './make-keys.ts';
import { writeSheets } from './write-sheets.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'init',
    description: say({
      en: 'Make all keys of an outlet and its first root. The passphrase that seals them is asked for, or taken from TAMIZDAT_PASSPHRASE. Exit codes: 0 made, 1 failed, 2 usage.',
      ru: 'Создать все ключи издания и его первый корень. Пароль, которым они запечатаны, спрашивают или берут из TAMIZDAT_PASSPHRASE. Коды выхода: 0 создано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    out: {
      type: 'string',
      description: say({
        en: 'New or empty folder for the keys, outside content and tree',
        ru: 'Новая или пустая папка для ключей, не в содержимом и не в дереве',
      }),
      valueHint: 'folder',
      required: true,
    },
    'root-keys': {
      type: 'string',
      description: say({ en: 'Number of root keys', ru: 'Сколько корневых ключей' }),
      default: '3',
    },
    threshold: {
      type: 'string',
      description: say({
        en: 'How many of them have to sign',
        ru: 'Сколько из них должны подписать',
      }),
      default: '2',
    },
    sheets: {
      type: 'string',
      description: say({
        en: 'New or empty folder for recovery sheets, one a root key, unsealed: to be printed and deleted at once',
        ru: 'Новая или пустая папка для листов восстановления, по листу на корневой ключ, без пароля: напечатать и сразу удалить',
      }),
      valueHint: 'folder',
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was made as JSON', ru: 'Напечатать созданное как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const folder = path.resolve(args.out);
    const sheets = args.sheets === undefined ? undefined : path.resolve(args.sheets);
    refuseFolders(sheets === undefined ? [folder] : [folder, sheets]);
    const rootKeys = {
      count: parseCount(args['root-keys'], '--root-keys'),
      threshold: parseCount(args.threshold, '--threshold'),
    };
    const passphrase = await askNewPassphrase();
    const { fingerprint, recoverySheets } = makeKeys(folder, passphrase, rootKeys);
    const written = sheets === undefined ? [] : writeSheets(sheets, recoverySheets);
    const made = { folder, fingerprint, words: toWords(fingerprint), sheets: written };
    process.stdout.write(
      args.json ? `${JSON.stringify(made, undefined, 2)}\n` : describe(made, rootKeys),
    );
  },
});

/** @throws UsageError */
function parseCount(text: string, option: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new UsageError(
    say({
      en: `${option} is a number such as 2, not “${text}”.`,
      ru: `${option} — число, например 2, а не «${text}».`,
    }),
  );
}

function describe(
  { folder, fingerprint, sheets }: { folder: string; fingerprint: string; sheets: string[] },
  { count, threshold }: { count: number; threshold: number },
): string {
  const lines = [
    say({
      en: `Keys in ${folder}: root (${threshold} of ${count} sign), targets, snapshot, timestamp.`,
      ru: `Ключи в ${folder}: root (подписывают ${threshold} из ${count}), targets, snapshot, timestamp.`,
    }),
    say({
      en: 'Move the root keys to different people and places: they are needed to replace keys, not to release.',
      ru: 'Перенесите корневые ключи к разным людям и в разные места: они нужны, чтобы менять ключи, а не чтобы выпускать.',
    }),
    ...(sheets.length > 0
      ? [
          say({
            en: 'Print these, keep them apart, and delete the files:',
            ru: 'Напечатайте эти листы, храните их порознь и удалите файлы:',
          }),
          ...sheets.map((file) => `  ${file}`),
        ]
      : [
          say({
            en: 'No recovery sheets were written; they can only be made now, with --sheets <folder>.',
            ru: 'Листы для восстановления не записаны; сделать их можно только сейчас, с --sheets <папка>.',
          }),
        ]),
    '',
    say({
      en: 'The outlet’s fingerprint, to be published wherever readers can compare it:',
      ru: 'Отпечаток издания; опубликуйте его везде, где читатели могут его сравнить:',
    }),
    ...describeFingerprint(fingerprint),
  ];
  return `${lines.join('\n')}\n`;
}
