import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ArticleAddress } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { changeArticle } from '../edit/change-article.ts';
import { openArticle, type OpenArticle } from '../edit/open-article.ts';
import { replaceFile } from '../edit/replace-file.ts';
import { UsageError } from '../frame/usage-error.ts';
import { timeProblem } from '../new/answer-problems.ts';
import { reportMade } from '../new/report-made.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { commitNeutrally } from './commit-neutrally.ts';
import { findDrafts } from './find-drafts.ts';
import { moveFolder } from './move-folder.ts';
import { readyChange } from './stamp.ts';

const args = {
  article: {
    type: 'positional',
    description: 'Folder or index.md of the article',
    required: false,
  },
  merged: {
    type: 'string',
    description: 'Instead of an article: all drafts that these commits brought',
    valueHint: 'commit..commit',
  },
  at: {
    type: 'string',
    description: 'Time of publication (default: what stands there, else now, in the outlet’s zone)',
    valueHint: 'time',
  },
  commit: {
    type: 'boolean',
    description: 'Commit this article alone, under the outlet’s name and in UTC',
    default: false,
  },
  content: contentArgument,
  json: { type: 'boolean', description: 'Print what was changed as JSON', default: false },
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'ready',
    description:
      'Make a draft ready: its time of publication and its status, in the folder of that day. Exit codes: 0 ready, 1 it has errors or was refused, 2 usage.',
  },
  args,
  async run({ args: options }) {
    const fault = options.at === undefined ? undefined : timeProblem(options.at);
    if (fault !== undefined) throw new UsageError(`--at: ${fault}`);
    const root = path.resolve(options.content ?? defaultContent);
    for (const open of await chooseArticles(options, root)) {
      const made = await makeReady(open, options);
      reportMade(made, `Ready as of ${made.publishedAt}.`, options.json);
    }
  },
});

/** @throws UsageError where neither or both ways of naming articles were taken */
async function chooseArticles({ article, merged }: Options, root: string): Promise<OpenArticle[]> {
  if ((article === undefined) === (merged === undefined)) {
    throw new UsageError('Name an article, or commits with --merged, and not both.');
  }
  if (article !== undefined) return [openArticle(article, root)];
  const drafts = await findDrafts(root, merged ?? '');
  if (drafts.length === 0) process.stdout.write('There is no draft among them.\n');
  return drafts;
}

async function makeReady(open: OpenArticle, { at, commit }: Options) {
  const { status } = open.article;
  if (status === 'withdrawn' || status === 'removed') {
    throw new Error(
      `The article is ${status}; it does not become ready by itself. Nothing was changed.`,
    );
  }
  if (status === 'ready' && at !== undefined) {
    throw new Error(
      'The article is ready already: its readers know its time. Nothing was changed.',
    );
  }
  const now = readNow();
  const publishedAt =
    at ?? open.article.publishedAt ?? localTime(now, open.outlet.timeZone).timestamp;
  const inside = pathOf(
    open.article.address,
    localTime(Date.parse(publishedAt), open.outlet.timeZone).day,
  );
  const file = path.join(open.root, inside);
  if (inside !== open.path && existsSync(path.dirname(file))) {
    throw new Error(`${path.dirname(file)} exists already. Nothing was changed.`);
  }
  const { text } = changeArticle(open, readyChange(publishedAt), inside);
  if (text !== open.text) await replaceFile(open.file, text);
  if (inside !== open.path) await moveFolder(path.dirname(open.file), path.dirname(file));
  if (commit) await commitArticle(open, file, now);
  return { file, publishedAt, address: addressOf(inside) };
}

function pathOf({ lang, slug }: ArticleAddress, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `articles/${lang}/${year}/${month}/${date}-${slug}/index.md`;
}

/** `ru/2026/11/22/slug.html`. */
const addressOf = (inside: string): string =>
  inside.replace(/^articles\/(.*)\/(\d\d)-(.*)\/index\.md$/, '$1/$2/$3.html');

function commitArticle({ file: before, outlet }: OpenArticle, file: string, now: number) {
  const folders = [path.dirname(file), path.dirname(before)];
  const message = `Make ${path.basename(path.dirname(file))} ready`;
  return commitNeutrally([...new Set(folders)], { outlet, message, now });
}
