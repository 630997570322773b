import path from 'node:path';
import { toWords } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { askNewPassphrase } from './ask-passphrase.ts';
import { describeFingerprint } from './describe-fingerprint.ts';
import { makeKeys, refuseFolders } from './make-keys.ts';
import { writeSheets } from './write-sheets.ts';

export default defineCommand({
  meta: {
    name: 'init',
    description:
      'Make all keys of an outlet and its first root. The passphrase that seals them is asked for, or taken from TAMIZDAT_PASSPHRASE. Exit codes: 0 made, 1 failed, 2 usage.',
  },
  args: {
    out: {
      type: 'string',
      description: 'New or empty folder for the keys, outside content and tree',
      valueHint: 'folder',
      required: true,
    },
    'root-keys': { type: 'string', description: 'Number of root keys', default: '3' },
    threshold: { type: 'string', description: 'How many of them have to sign', default: '2' },
    sheets: {
      type: 'string',
      description:
        'New or empty folder for recovery sheets, one a root key, unsealed: to be printed and deleted at once',
      valueHint: 'folder',
    },
    json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
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
  throw new UsageError(`${option} is a number such as 2, not “${text}”.`);
}

function describe(
  { folder, fingerprint, sheets }: { folder: string; fingerprint: string; sheets: string[] },
  { count, threshold }: { count: number; threshold: number },
): string {
  const lines = [
    `Keys in ${folder}: root (${threshold} of ${count} sign), targets, snapshot, timestamp.`,
    'Move the root keys to different people and places: they are needed to replace keys, not to release.',
    ...(sheets.length > 0
      ? [
          'Print these, keep them apart, and delete the files:',
          ...sheets.map((file) => `  ${file}`),
        ]
      : ['No recovery sheets were written; they can only be made now, with --sheets <folder>.']),
    '',
    'The outlet’s fingerprint, to be published wherever readers can compare it:',
    ...describeFingerprint(fingerprint),
  ];
  return `${lines.join('\n')}\n`;
}
