import { ToldError } from '@tamizdat/problem';
import path from 'node:path';
import { listKeyFiles, loadState } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { releaseState } from '../release/find-outlet.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { describeFingerprint } from './describe-fingerprint.ts';
import { judgeKeys, type ShownKeys } from './judge-keys.ts';
import { loadRoots } from './root-files.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'show',
    description: say({
      en: 'Show an outlet’s fingerprint, who signs for what, and which keys are in a folder. No passphrase is needed. Exit codes: 0 shown, 1 a file cannot be used, 2 usage.',
      ru: 'Показать отпечаток издания, кто что подписывает и какие ключи лежат в папке. Пароль не нужен. Коды выхода: 0 показано, 1 файл непригоден, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({ en: 'Folder of the keys', ru: 'Папка ключей' }),
      required: true,
    },
    content: contentArgument,
    json: {
      type: 'boolean',
      description: say({ en: 'Print it as JSON', ru: 'Напечатать как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const folder = path.resolve(args.folder);
    const shown = await inspectKeys(folder, args.content);
    process.stdout.write(args.json ? `${JSON.stringify(shown, undefined, 2)}\n` : describe(shown));
  },
});

async function inspectKeys(folder: string, content: string | undefined): Promise<ShownKeys> {
  const roots = await loadRoots(folder);
  return judgeKeys(roots, listKeyFiles(folder), findHead(roots[0], content));
}

/** What this outlet signed last, if that is at hand: the history may be another outlet’s, or on another machine. */
function findHead(root: Uint8Array | undefined, content: string | undefined) {
  try {
    const head = loadState(releaseState(content))?.head;
    const [own] = head?.roots ?? [];
    return root !== undefined && own !== undefined && isEqual(root, own) ? head : undefined;
  } catch (error) {
    if (error instanceof ToldError) return undefined;
    throw error;
  }
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function describe({ fingerprint, root, roles, replaced, unsaid }: ShownKeys): string {
  const lines = [
    'Fingerprint:',
    ...describeFingerprint(fingerprint),
    '',
    say({
      en: `Root ${root.version}, valid until ${root.expires.slice(0, 10)}.`,
      ru: `Корень ${root.version}, действует до ${root.expires.slice(0, 10)}.`,
    }),
    ...roles.flatMap(({ role, threshold, keys }) => [
      say({
        en: `${role}: ${threshold} of ${keys.length} sign`,
        ru: `${role}: подписывают ${threshold} из ${keys.length}`,
      }),
      ...keys.map(
        ({ id, file }) =>
          `  ${id.slice(0, 16)}  ${file ?? say({ en: 'not in this folder', ru: 'не в этой папке' })}`,
      ),
    ]),
    ...unsaid.map((name) =>
      say({
        en: `${name} is for the list of mirrors; no signed release at hand leaves it to that key`,
        ru: `${name} — для списка зеркал; ни один подписанный выпуск под рукой не поручает список этому ключу`,
      }),
    ),
    ...replaced.map((name) =>
      say({
        en: `${name} was replaced and counts no more`,
        ru: `${name} заменён и больше не действует`,
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
