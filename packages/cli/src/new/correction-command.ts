import path from 'node:path';
import { CORRECTION_KINDS } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { writeChange } from '../edit/change-article.ts';
import { insertItem } from '../edit/insert-item.ts';
import { openArticle, type OpenArticle } from '../edit/open-article.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { correctionProblem, timeProblem } from './answer-problems.ts';
import { answerAll, type Ask, withTerminal } from './questions.ts';
import { reportMade } from './report-made.ts';

const args = {
  article: { type: 'positional', description: 'Folder or index.md of the article', required: true },
  text: { type: 'string', description: 'What was wrong and what is right', valueHint: 'text' },
  kind: { type: 'string', description: `Kind: ${CORRECTION_KINDS.join(', ')}`, valueHint: 'kind' },
  at: {
    type: 'string',
    description: 'Its time (default: now, in the outlet’s zone)',
    valueHint: 'time',
  },
  content: contentArgument,
  json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'correction',
    description:
      'Add a dated correction below the earlier ones; everything else of the file stays as it is written. On a terminal it asks for what no option says. Exit codes: 0 added, 1 refused, 2 usage.',
  },
  args,
  async run({ args: options }) {
    const root = path.resolve(options.content ?? defaultContent);
    const open = openArticle(options.article, root);
    const at = await withTerminal((ask) => add(options, open, ask));
    reportMade({ file: open.file, at }, 'Now mend the text itself too.', options.json);
  },
});

async function add(options: Options, open: OpenArticle, ask: Ask | undefined): Promise<string> {
  const { timestamp } = localTime(readNow(), open.outlet.timeZone);
  const { text, kind, at } = await answerAll(
    [
      { name: 'text', ask: 'What was wrong, and what is right', problem: correctionProblem },
      { name: 'kind', ask: 'Kind', choices: CORRECTION_KINDS, otherwise: 'correction' },
      { name: 'at', ask: 'Time', problem: timeProblem, otherwise: timestamp },
    ],
    options,
    ask,
  );
  const item = { kind, at, text };
  await writeChange(open, {
    edit: (yaml, newline) => insertItem(yaml, { path: ['corrections'], item, at: 'last', newline }),
    apply: (fields) => {
      fields['corrections'] = [...((fields['corrections'] ?? []) as unknown[]), item];
    },
  });
  return at;
}
