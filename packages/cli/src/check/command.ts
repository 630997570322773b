import { availableParallelism } from 'node:os';
import path from 'node:path';
import { inspectContent } from '@tamizdat/archive';
import { defineCommand } from 'citty';
import { defaultContent } from '../repository/folders.ts';
import { buildReport } from './build-report.ts';
import { selectProblems } from './select-problems.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description:
      'Say everything that is wrong with the content. Exit codes: 0 no errors, 1 errors, 2 usage.',
  },
  args: {
    paths: {
      type: 'positional',
      description: 'Files or folders to tell of; all where none is named',
      required: false,
      valueHint: '…',
    },
    content: { type: 'string', description: 'Folder of the content', valueHint: 'folder' },
    json: { type: 'boolean', description: 'Print the problems as JSON', default: false },
  },
  async run({ args }) {
    const root = args.content === undefined ? defaultContent : path.resolve(args.content);
    const workers = availableParallelism();
    const now = process.env['TAMIZDAT_NOW'] ?? new Date().toISOString();
    const options = { texts: true, images: true, workers, now };
    const { problems, files } = await inspectContent(root, options);
    const selected = selectProblems(problems, args._, root);
    const report = { problems: selected, files, root };
    process.stdout.write(args.json ? json(report) : await buildReport(report));
    if (selected.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
});

function json({ problems, files }: { problems: readonly unknown[]; files: number }): string {
  return `${JSON.stringify({ files, problems }, undefined, 2)}\n`;
}
