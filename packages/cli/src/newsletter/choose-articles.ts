import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Archive, buildNewsletterIssues, localDay } from '@tamizdat/archive';
import type { Article, Newsletter } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';
import type { LetterIssue } from './build-letter.ts';
import { EXTRA_ARTICLES, EXTRA_IDS_MAX, WHY_MAX } from './limits.ts';
import { findIssue } from './options.ts';
import { verifyText } from './verify-text.ts';

/** What a letter is made of. */
export interface Chosen {
  issue: LetterIssue;
  /** Its days are not over. */
  unfinished: boolean;
  /** Why it comes out of its turn; absent of an issue that comes in its turn. */
  why?: string;
}

/**
 * The articles that the options ask for.
 * @throws UsageError where there are none, or one that readers do not find
 */
export async function chooseArticles(
  door: Archive,
  newsletter: Newsletter,
  options: Options,
): Promise<Chosen> {
  if (options.now) return chooseExtra(door, newsletter, options);
  const { lang, frequency, articles } = newsletter;
  const issues = buildNewsletterIssues(
    await door.latest(lang),
    frequency,
    articles === 'all' ? 'all' : 'picks',
  );
  const { timeZone } = await door.outlet();
  return findIssue(issues, options.issue ?? options.week, { clock: door.clock, timeZone });
}

async function chooseExtra(
  door: Archive,
  newsletter: Newsletter,
  { ids, why }: Options,
): Promise<Chosen> {
  const { lang } = newsletter;
  const articles =
    ids === undefined
      ? await door.latest(lang, EXTRA_ARTICLES)
      : await Promise.all(parseIds(ids).map((id) => findListed(door, id)));
  if (articles.length === 0)
    throw new UsageError(
      say({
        en: `Nothing is published in “${lang}” yet: there is nothing to send.`,
        ru: `На «${lang}» ещё ничего не опубликовано: отправлять нечего.`,
      }),
    );
  verifyLanguage(articles, newsletter);
  const { extra } = (await door.words(lang)).letter;
  const { timeZone } = await door.outlet();
  const day = localDay(Date.parse(door.clock), timeZone);
  const issue = { id: `now-${digestOf(articles)}`, from: day, to: day, articles };
  return { issue, unfinished: false, why: why === undefined ? extra : readWhy(why) };
}

/** The same for the same articles, in whatever order they were named. */
const digestOf = (articles: readonly Article[]): string =>
  createHash('sha256')
    .update(
      articles
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 12);

/** Ids of articles, each once, in their order. @throws UsageError */
export function parseIds(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim().toUpperCase());
  const known = [...new Set(ids)];
  if (known.length <= EXTRA_IDS_MAX && known.every((id) => /^[0-9A-Z]{26}$/.test(id))) return known;
  throw new UsageError(
    say({
      en: `--ids are at most ${EXTRA_IDS_MAX} ids of articles with commas between them, such as 01JD8Z0Q5X4K2M7N9P3R6S8T0W, not “${text.slice(0, 200)}”.`,
      ru: `--ids: не больше ${EXTRA_IDS_MAX} id статей через запятую, например 01JD8Z0Q5X4K2M7N9P3R6S8T0W, а не «${text.slice(0, 200)}».`,
    }),
  );
}

/** A draft, a text under embargo and one that was taken back go into no letter and no book. @throws UsageError */
export async function findListed(door: Archive, id: string): Promise<Article> {
  // The door knows listed articles alone by their id.
  const article = await door.byId(id);
  if (article) return article;
  throw new UsageError(
    say({
      en: `There is no article ${id} on the site: it is not there, it is a draft, it has yet to appear, or it was taken back. Only what readers find there is sent.`,
      ru: `Статьи ${id} на сайте нет: её не существует, это черновик, она ещё не вышла или снята. Отправить можно только то, что есть на сайте.`,
    }),
  );
}

/** A list’s readers chose its language. @throws UsageError that names all articles of another */
function verifyLanguage(articles: readonly Article[], { id, lang }: Newsletter): void {
  const foreign = articles.filter((article) => article.lang !== lang);
  if (foreign.length === 0) return;
  const named = foreign.map((one) => `${one.id} (${one.lang})`).join(', ');
  throw new UsageError(
    say({
      en: `The newsletter “${id}” is in “${lang}”, and these articles of --ids are in another language: ${named}. Name the same articles in “${lang}”, or a newsletter in theirs.`,
      ru: `Рассылка «${id}» — на «${lang}», а эти статьи из --ids на другом языке: ${named}. Назовите те же статьи на «${lang}» или рассылку на их языке.`,
    }),
  );
}

/** The text, or that of the file which bears this name. */
function readWhy(given: string): string {
  const isFile = existsSync(given) && statSync(given).isFile();
  const text = (isFile ? readFileSync(given, 'utf8') : given).replaceAll('\r\n', '\n').trim();
  if (text !== '' && text.length <= WHY_MAX) {
    verifyText('--why', text);
    return text;
  }
  throw new UsageError(
    say({
      en: `--why is a text of at most ${WHY_MAX} characters, or a file with one; this has ${text.length}.`,
      ru: `--why: текст до ${WHY_MAX} знаков или файл с ним; здесь знаков: ${text.length}.`,
    }),
  );
}
