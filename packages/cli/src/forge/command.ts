import { defineCommand } from 'citty';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { rootOf } from '../new/new-arguments.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { writeForgeTemplates } from './write-templates.ts';

export default defineCommand({
  meta: {
    name: 'forge',
    description: say({
      en: 'Write in the outlet’s languages what a forge shows to those who send something in: .github/pull_request_template.md and .github/ISSUE_TEMPLATE, from the group “forge” of the words (content/words, else the kit’s). Exit codes: 0 written, 1 refused, 2 usage.',
      ru: 'Записать на языках издания то, что площадка показывает приславшим правку или тему: .github/pull_request_template.md и .github/ISSUE_TEMPLATE, из группы слов «forge» (content/words, иначе из набора). Коды выхода: 0 записано, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args: {
    content: contentArgument,
    language: languageArgument,
    json: {
      type: 'boolean',
      description: say({
        en: 'Print what was written as JSON',
        ru: 'Напечатать записанное как JSON',
      }),
      default: false,
    },
  },
  run({ args }) {
    const files = writeForgeTemplates(rootOf(args));
    const none = say({
      en: 'There is no folder .github beside the content; nothing was written.',
      ru: 'Рядом с содержимым нет папки .github; ничего не записано.',
    });
    const told = files.length === 0 ? none : files.join('\n');
    process.stdout.write(`${args.json ? JSON.stringify({ files }, undefined, 2) : told}\n`);
  },
});
