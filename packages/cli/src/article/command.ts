import path from 'node:path';
import { Archive, articleAddress } from '@tamizdat/archive';
import { createFile } from '@tamizdat/files';
import { openMedia } from '@tamizdat/media';
import { setContent } from '@tamizdat/render';
import {
  asTextFile,
  buildArticleBook,
  buildArticleHtml,
  buildArticleText,
  contentSources,
  drawForBook,
  imageHtml,
  loadShown,
  ownHosts,
  type Place,
  type ShownArticle,
  type Sources,
  type Taken,
} from '@tamizdat/take-along';
import type { BookPicture } from '@tamizdat/book';
import { defineCommand, type ParsedArgs } from 'citty';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { openArticle, openContent } from '../edit/open-article.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { parseBase } from '../newsletter/options.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent, mediaFolder } from '../repository/folders.ts';
import { baseArgument } from '../take-along/arguments.ts';
import { verifyName } from '../take-along/verify-name.ts';
import { findArticle } from '../take-back/find-article.ts';
import { buildArticleMarkdown } from './article-markdown.ts';

const FORMS = {
  txt: buildArticleText,
  html: buildArticleHtml,
  md: buildArticleMarkdown,
  epub: buildArticleBook,
} as const;
type Form = keyof typeof FORMS;

const args = {
  article: {
    type: 'positional',
    description: say({
      en: 'Id, folder, index.md or address of the article',
      ru: 'Id, папка, index.md или адрес статьи',
    }),
    required: true,
  },
  as: {
    type: 'string',
    description: say({
      en: 'txt: plain text; html: one file with its pictures inside, which opens without a network; md: Markdown for an editor, pictures told in words; epub: a book for readers’ devices',
      ru: 'txt: простой текст; html: один файл с картинками внутри, открывается без сети; md: Markdown для редактора, вместо картинок их описания; epub: книга для читалок',
    }),
    default: 'txt',
    valueHint: Object.keys(FORMS).join('|'),
  },
  out: {
    type: 'string',
    description: say({
      en: 'File to write, which must not be there (default: standard output)',
      ru: 'Файл, которого ещё нет (без него — стандартный вывод)',
    }),
    valueHint: 'file',
  },
  links: {
    type: 'boolean',
    description: say({
      en: 'Addresses behind the words that lead to them',
      ru: 'Адреса после слов, которые на них ведут',
    }),
    default: true,
    negativeDescription: say({ en: 'No addresses', ru: 'Без адресов' }),
  },
  source: {
    type: 'boolean',
    description: say({
      en: 'The outlet and the article’s address at the end',
      ru: 'Издание и адрес статьи в конце',
    }),
    default: true,
    negativeDescription: say({
      en: 'Neither: where passing on a link is fined',
      ru: 'Ни того ни другого: там, где за ссылку штрафуют',
    }),
  },
  base: baseArgument,
  content: contentArgument,
} as const;

export default defineCommand({
  meta: {
    name: 'article',
    description: say({
      en: 'One published article to send on: as plain text, as one HTML file, as Markdown, or as a book. Exit codes: 0 done, 1 not published or errors in the content, 2 usage.',
      ru: 'Одна опубликованная статья, чтобы переслать: простым текстом, одним файлом HTML, в Markdown или книгой. Коды выхода: 0 готово, 1 не опубликована или в содержимом ошибки, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const form = parseForm(options.as);
    verifyPlace(form, options.out);
    const pictures: BookPicture[] = [];
    const shown = await load(options, form, pictures);
    if (shown === undefined) {
      process.exitCode = 1;
      return;
    }
    const base = parseBase(options.base ?? shown.context.outlet.origin);
    const taken: Taken = { base, links: options.links, source: options.source };
    const made = await FORMS[form](shown, taken, pictures);
    if (options.out === undefined) process.stdout.write(made);
    else writeNew(options.out, form === 'txt' ? asTextFile(String(made)) : made);
  },
});

function parseForm(given: string): Form {
  const form = (Object.keys(FORMS) as Form[]).find((name) => name === given);
  if (form !== undefined) return form;
  const names = Object.keys(FORMS).join(', ');
  throw new UsageError(say({ en: `--as is one of: ${names}.`, ru: `--as бывает: ${names}.` }));
}

/** The article and what it is shown with; undefined where the content has errors, which are told. */
async function load(
  { article: given, content: folder }: ParsedArgs<typeof args>,
  form: Form,
  pictures: BookPicture[],
): Promise<ShownArticle | undefined> {
  const root = path.resolve(folder ?? defaultContent);
  const { languages } = openContent(root).outlet;
  const file = findArticle(
    given,
    root,
    languages.map(({ code }) => code),
  );
  const { article } = openArticle(file, root);
  const now = readNowText();
  const read = await readContent(root, now);
  if (read === undefined) return undefined;
  const content = setContent(read);
  const door = new Archive(() => Promise.resolve(content), { clock: now });
  const found = await door.find(articleAddress(article.address));
  if (found?.visibility !== 'listed') {
    tellHidden(article.title);
    return undefined;
  }
  const sources = contentSources(root, openMedia({ cacheFolder: mediaFolder(process.env) }));
  return loadShown(door, found.article, {
    sources,
    draw: drawFor(form, sources, pictures),
    hosts: ownHosts(content.outlet, content.mirrors),
  });
}

/** A terminal shows no book, and some that try do as the bytes tell them. @throws UsageError */
function verifyPlace(form: Form, out: string | undefined): void {
  if (out !== undefined) verifyName(out);
  if (form !== 'epub' || out !== undefined || !process.stdout.isTTY) return;
  throw new UsageError(
    say({
      en: 'A book is for a file: --out article.epub',
      ru: 'Книге нужен файл: --out statya.epub',
    }),
  );
}

function drawFor(form: Form, sources: Sources, pictures: BookPicture[]): Place['draw'] {
  if (form === 'html') return drawInside(sources);
  return form === 'epub' ? drawForBook(sources, pictures) : undefined;
}

/** Draws pictures inside the file itself. */
const drawInside =
  ({ loadPicture }: Sources): Place['draw'] =>
  async (folder, file, alt) => {
    const picture = await loadPicture(folder, file);
    const { type, bytes } = picture;
    return imageHtml(`data:${type};base64,${bytes.toString('base64')}`, picture, alt);
  };

/** A draft, a text under embargo and one that was taken back are not for sending on. */
function tellHidden(title: string): void {
  process.stderr.write(
    `${say({
      en: `“${title}” is not on the site: it is a draft, it has yet to appear, or it was taken back. Only what readers find there is sent on.`,
      ru: `«${title}» на сайте нет: это черновик, статья ещё не вышла или снята. Переслать можно только то, что есть на сайте.`,
    })}\n`,
  );
}

function writeNew(given: string, made: string | Uint8Array): void {
  const file = path.resolve(given);
  try {
    createFile(path.dirname(file), file, made);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(say({ en: `${given} is there already.`, ru: `Файл ${given} уже есть.` }));
  }
}
