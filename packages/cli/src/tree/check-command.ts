import { checkTree, formatProblem, type TreeProblem } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { examineFolder } from './examine-folder.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description:
      'Find everything in a tree that would break on a mirror, leak or be blocked: links, policies, names, image metadata. Exit codes: 0 clean, 1 problems, 2 usage.',
  },
  args: {
    folder: {
      type: 'positional',
      description: 'Folder of the tree, such as dist',
      required: false,
    },
    origin: {
      type: 'string',
      description:
        'The outlet’s own address: links to it are reported where they should be relative',
      valueHint: 'https://example.org/',
    },
    json: { type: 'boolean', description: 'Print the problems as JSON', default: false },
  },
  async run({ args }) {
    if (args.origin !== undefined && !isOrigin(args.origin)) {
      process.stderr.write(
        `--origin takes a full address, not "${args.origin}". Example: --origin https://example.org/\n`,
      );
      process.exitCode = 2;
      return;
    }
    const options = args.origin === undefined ? {} : { origin: args.origin };
    const problems = await examineFolder(args.folder, 'check', (folder) =>
      checkTree(folder, options),
    );
    if (!problems) return;
    process.stdout.write(
      args.json ? `${JSON.stringify({ problems }, null, 2)}\n` : render(problems),
    );
    process.exitCode = problems.length > 0 ? 1 : 0;
  },
});

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function render(problems: readonly TreeProblem[]): string {
  if (problems.length === 0) return 'The tree is clean.\n';
  const files = new Set(problems.map(({ file }) => file)).size;
  const sum = `${count(problems.length, 'problem')} in ${count(files, 'file')}`;
  return `${problems.map(formatProblem).join('\n\n')}\n\n${sum}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
