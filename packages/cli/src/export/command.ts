import { lstatSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { writeJson } from '../frame/write-json.ts';
import { say } from '../language/say.ts';
import { defaultContent } from '../repository/folders.ts';
import { placeWhole } from '../stick/place-out.ts';
import { args, parseForms } from './arguments.ts';
import { describe, type Report } from './report.ts';
import { writeForms } from './write-forms.ts';

export default defineCommand({
  meta: {
    name: 'export',
    description: say({
      en: 'Everything an outlet needs to leave: its texts as Markdown, as JSON, for WordPress and for Ghost, with all pictures and recordings. Holds drafts and what is yet to appear: keep it as you keep the content. Exit codes: 0 done, 1 failed or errors in the content, 2 usage.',
      ru: 'Всё, что нужно изданию, чтобы уйти: тексты в Markdown, в JSON, для WordPress и для Ghost, со всеми картинками и записями. Внутри и черновики, и то, что ещё не вышло: храните как само содержимое. Коды выхода: 0 готово, 1 не вышло или в содержимом ошибки, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const forms = parseForms(options.as);
    const out = verifyOut(options.out);
    const root = path.resolve(options.content ?? defaultContent);
    verifyApart(out, root);
    const now = readNowText();
    const content = await readContent(root, now);
    if (content === undefined) {
      process.exitCode = 1;
      return;
    }
    let report: Report | undefined;
    await placeWhole(out, async (part) => {
      report = await writeForms({ root, content, now, forms, part });
    });
    if (report === undefined) return;
    process.stdout.write(
      options.json ? `${writeJson({ out, ...report })}\n` : describe(report, out),
    );
  },
});

function verifyOut(out: string): string {
  const place = path.resolve(out);
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return place;
  throw new UsageError(
    say({
      en: `${out} is there already: choose another name, or take it away first.`,
      ru: `${out} уже есть: выберите другое имя или сначала уберите.`,
    }),
  );
}

/** An export inside the content would be content the next time. */
function verifyApart(out: string, root: string): void {
  if (!`${out}${path.sep}`.startsWith(`${root}${path.sep}`)) return;
  throw new UsageError(
    say({
      en: 'The export cannot stand in the content folder: choose a place outside of it.',
      ru: 'Выгрузку нельзя класть в папку содержимого: выберите место вне её.',
    }),
  );
}
