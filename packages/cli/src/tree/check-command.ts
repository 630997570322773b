import { countInRussian } from '@tamizdat/article-schema/russian-number';
import { type Problem, tellIn } from '@tamizdat/problem';
import { checkTree, formatProblem } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { language, say } from '../language/say.ts';
import { examineFolder } from './examine-folder.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description: say({
      en: 'Find everything in a tree that would break on a mirror, leak or be blocked: links, policies, names, image metadata. Exit codes: 0 clean, 1 problems, 2 usage.',
      ru: 'Найти в дереве всё, что сломалось бы на зеркале, выдало бы лишнее или попало бы под блокировку: ссылки, политики, имена, метаданные картинок. Коды выхода: 0 чисто, 1 есть ошибки, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({
        en: 'Folder of the tree, such as dist',
        ru: 'Папка дерева, например dist',
      }),
      required: false,
    },
    origin: {
      type: 'string',
      description: say({
        en: 'The outlet’s own address: links to it are reported where they should be relative',
        ru: 'Адрес самого издания: ссылки на него отмечаются там, где они должны быть относительными',
      }),
      valueHint: 'https://example.org/',
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print the problems as JSON', ru: 'Напечатать ошибки как JSON' }),
      default: false,
    },
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
