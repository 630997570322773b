import { ToldError } from '@tamizdat/problem';
import path from 'node:path';
import { listKeyFiles, loadState } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { releaseState } from '../release/find-outlet.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { describeFingerprint } from './describe-fingerprint.ts';
import { judgeKeys, type ShownKeys } from './judge-keys.ts';
import { loadRoots } from './root-files.ts';

export default defineCommand({
  meta: {
    name: 'show',
    description:
      'Show an outlet’s fingerprint, who signs for what, and which keys are in a folder. No passphrase is needed. Exit codes: 0 shown, 1 a file cannot be used, 2 usage.',
  },
  args: {
    folder: { type: 'positional', description: 'Folder of the keys', required: true },
    content: contentArgument,
    json: { type: 'boolean', description: 'Print it as JSON', default: false },
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
    `Root ${root.version}, valid until ${root.expires.slice(0, 10)}.`,
    ...roles.flatMap(({ role, threshold, keys }) => [
      `${role}: ${threshold} of ${keys.length} sign`,
      ...keys.map(({ id, file }) => `  ${id.slice(0, 16)}  ${file ?? 'not in this folder'}`),
    ]),
    ...unsaid.map(
      (name) =>
        `${name} is for the list of mirrors; no signed release at hand leaves it to that key`,
    ),
    ...replaced.map((name) => `${name} was replaced and counts no more`),
  ];
  return `${lines.join('\n')}\n`;
}
