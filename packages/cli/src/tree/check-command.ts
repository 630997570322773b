import { countInRussian } from '@tamizdat/article-schema/russian-number';
import { type Problem, tellIn } from '@tamizdat/problem';
import { checkTree, formatProblem } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { language, say } from '../language/say.ts';
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
        `${say({
          en: `--origin takes a full address, not "${args.origin}". Example: --origin https://example.org/`,
          ru: `--origin принимает полный адрес, а не «${args.origin}». Пример: --origin https://example.org/`,
        })}\n`,
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
      args.json
        ? `${JSON.stringify({ problems: problems.map((problem) => tellIn(language, problem)) }, null, 2)}\n`
        : render(problems),
    );
    process.exitCode = problems.length > 0 ? 1 : 0;
  },
});

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function render(problems: readonly Problem[]): string {
  if (problems.length === 0)
    return say({ en: 'The tree is clean.\n', ru: 'В дереве всё в порядке.\n' });
  const files = new Set(problems.map(({ file }) => file)).size;
  const sum = say({
    en: `${problems.length} problem${problems.length === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}`,
    ru: `${countInRussian(problems.length, ['проблема', 'проблемы', 'проблем'])} в ${countInRussian(files, ['файле', 'файлах', 'файлах'])}`,
  });
  return `${problems.map((problem) => formatProblem(problem, language)).join('\n\n')}\n\n${sum}\n`;
}
