import path from 'node:path';
import { Archive } from '@tamizdat/archive';
import { replaceFiles } from '@tamizdat/files';
import { openMedia } from '@tamizdat/media';
import { setContent } from '@tamizdat/render';
import { contentSources, makeEdition, ownHosts } from '@tamizdat/take-along';
import { defineCommand } from 'citty';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { parseBase } from '../newsletter/options.ts';
import { defaultContent, mediaFolder } from '../repository/folders.ts';
import { namedMirrors } from '../take-along/named-mirrors.ts';
import { verifyName } from '../take-along/verify-name.ts';
import { args, type Options } from './arguments.ts';
import { chooseEditions } from './choose-editions.ts';
import { describe, type Made, reportOf } from './report.ts';

export default defineCommand({
  meta: {
    name: 'edition',
    description: say({
      en: 'Articles of a week, a month or by name as one book (EPUB) in each language, for readers’ devices and for where only files travel. No page lists it. Exit codes: 0 done, 1 failed or errors in the content, 2 usage or nothing to make it of.',
      ru: 'Статьи за неделю, за месяц или выбранные — одной книгой (EPUB) на каждом языке: для читалок и там, где доходят только файлы. На страницах сайта её нет. Коды выхода: 0 готово, 1 не вышло или в содержимом ошибки, 2 ошибка вызова или делать не из чего.',
    }),
  },
  args,
  async run({ args: options }) {
    verifyOut(options.out);
    const root = path.resolve(options.content ?? defaultContent);
    const made = await make(options, root);
    if (made === undefined) {
      process.exitCode = 1;
      return;
    }
    // Half of the languages would be taken for all of them.
    replaceFiles(
      path.dirname(path.resolve(options.out)),
      made.map(({ file, bytes }) => [path.basename(file), bytes]),
    );
    const reports = made.map(reportOf);
    process.stdout.write(
      options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : reports.map(describe).join(''),
    );
  },
});

/** Makes the books; undefined where the content has errors, which are told. */
async function make(options: Options, root: string): Promise<Made[] | undefined> {
  const now = readNowText();
  const read = await readContent(root, now);
  if (read === undefined) return undefined;
  const content = setContent(read);
  const door = new Archive(() => Promise.resolve(content), { clock: now });
  const editions = await chooseEditions(door, options);
  const base = parseBase(options.base ?? content.outlet.origin);
  const sources = contentSources(root, openMedia({ cacheFolder: mediaFolder(process.env) }));
  const isAlone = options.lang !== undefined || content.outlet.languages.length === 1;
  const made: Made[] = [];
  for (const chosen of editions) {
    const { lang } = chosen;
    const mirrors = namedMirrors(content, lang, base);
    const fitted = await makeEdition(door, chosen, sources, {
      base,
      mirrors,
      links: options.links,
      hosts: ownHosts(content.outlet, content.mirrors),
    });
    made.push({ ...fitted, chosen, file: fileFor(options.out, isAlone ? undefined : lang) });
  }
  return made;
}

function verifyOut(out: string): void {
  verifyName(out);
  if (/[^/\\]\.epub$/i.test(out)) return;
  throw new UsageError(
    say({
      en: '--out is a file that ends in .epub, such as week.epub.',
      ru: '--out — файл, имя которого кончается на .epub, например nedelya.epub.',
    }),
  );
}

/** `week.epub`, or `week.ru.epub` where there is one for each language. */
function fileFor(out: string, lang: string | undefined): string {
  const file = path.resolve(out);
  return lang === undefined ? file : file.replace(/\.epub$/i, `.${lang}$&`);
}
