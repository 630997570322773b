import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ArticleAddress } from '@tamizdat/article-schema';
import { judgePlace } from '@tamizdat/files';
import { defineCommand, type ParsedArgs } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { changeArticle, writeArticle } from '../edit/change-article.ts';
import { openArticle, type OpenArticle } from '../edit/open-article.ts';
import { setFields } from '../edit/set-fields.ts';
import { UsageError } from '../frame/usage-error.ts';
import { timeProblem } from '../new/answer-problems.ts';
import { reportMade } from '../new/report-made.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { commitNeutrally } from './commit-neutrally.ts';
import { findDrafts } from './find-drafts.ts';
import { moveArticle } from './move-article.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';

const args = {
  article: {
    type: 'positional',
    description: say({ en: 'Folder or index.md of the article', ru: 'Папка или index.md статьи' }),
    required: false,
  },
  merged: {
    type: 'string',
    description: say({
      en: 'Instead of an article: all drafts that these commits brought',
      ru: 'Вместо статьи: все черновики, которые принесли эти коммиты',
    }),
    valueHint: 'commit..commit',
  },
  at: {
    type: 'string',
    description: say({
      en: 'Time of publication (default: what stands there, else now, in the outlet’s zone)',
      ru: 'Время публикации (по умолчанию то, что указано, иначе сейчас, в поясе издания)',
    }),
    valueHint: 'time',
  },
  commit: {
    type: 'boolean',
    description: say({
      en: 'Commit this article alone, under the outlet’s name and in UTC',
      ru: 'Сделать коммит одной этой статьи, от имени издания и в UTC',
    }),
    default: false,
  },
  content: contentArgument,
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({
      en: 'Print what was changed as JSON',
      ru: 'Напечатать изменённое как JSON',
    }),
    default: false,
  },
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'ready',
    description: say({
      en: 'Make a draft ready: its time of publication and its status, in the folder of that day. Exit codes: 0 ready, 1 it has errors or was refused, 2 usage.',
      ru: 'Сделать черновик готовым: время публикации и состояние, в папке этого дня. Коды выхода: 0 готово, 1 есть ошибки или отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const fault = options.at === undefined ? undefined : timeProblem(options.at);
    if (fault !== undefined) throw new UsageError(`--at: ${fault}`);
    const root = path.resolve(options.content ?? defaultContent);
    for (const open of await chooseArticles(options, root)) {
      const made = await makeReady(open, options);
      const next = { en: `Ready as of ${made.publishedAt}.`, ru: `Готово к ${made.publishedAt}.` };
      reportMade(made, say(next), options.json);
    }
  },
});

/** @throws UsageError where neither or both ways of naming articles were taken */
async function chooseArticles({ article, merged }: Options, root: string): Promise<OpenArticle[]> {
  if ((article === undefined) === (merged === undefined)) {
    throw new UsageError(
      say({
        en: 'Name an article, or commits with --merged, and not both.',
        ru: 'Назовите статью или, с --merged, коммиты, но не то и другое.',
      }),
    );
  }
  if (article !== undefined) return [openArticle(article, root)];
  const drafts = await findDrafts(root, merged ?? '');
  if (drafts.length === 0)
    process.stdout.write(
      `${say({ en: 'There is no draft among them.', ru: 'Черновиков среди них нет.' })}\n`,
    );
  return drafts;
}

async function makeReady(open: OpenArticle, { at, commit }: Options) {
  const { status } = open.article;
  if (status === 'withdrawn' || status === 'removed') {
    throw new Error(
      say({
        en: `The article is ${status}; it does not become ready by itself. Nothing was changed.`,
        ru: `Состояние статьи — ${status}; сама собой она готовой не станет. Ничего не изменено.`,
      }),
    );
  }
  if (status === 'ready' && at !== undefined) {
    throw new Error(
      say({
        en: 'The article is ready already: its readers know its time. Nothing was changed.',
        ru: 'Статья уже готова: её время известно читателям. Ничего не изменено.',
      }),
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
    throw new Error(
      say({
        en: `${path.dirname(file)} exists already. Nothing was changed.`,
        ru: `${path.dirname(file)} уже есть. Ничего не изменено.`,
      }),
    );
  }
  const ready = setFields([
    { name: 'status', value: 'ready' },
    { name: 'publishedAt', value: publishedAt },
  ]);
  const { text } = changeArticle(open, ready, inside);
  judgePlace(open.root, file);
  if (text !== open.text) writeArticle(open, text);
  if (inside !== open.path) await moveArticle(open, inside);
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
