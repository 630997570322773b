import path from 'node:path';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent, repository } from '../repository/folders.ts';
import { writeCollections } from './write-collections.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'editor',
    description: say({
      en: 'Tell the editor which files are articles, so that VS Code completes and checks their front matter. Run it after adding a file. Exit codes: 0 written, 1 the content cannot be read, 2 usage.',
      ru: 'Сказать редактору, какие файлы — статьи, чтобы VS Code дополнял и проверял их поля. Запускайте после добавления файла. Коды выхода: 0 записано, 1 содержимое не прочесть, 2 ошибка вызова.',
    }),
  },
  args: {
    content: contentArgument,
  },
  async run({ args }) {
    const root = args.content === undefined ? defaultContent : path.resolve(args.content);
    const count = await writeCollections(root, path.join(repository, '.astro/collections'));
    process.stdout.write(
      say({
        en: `${count} files are known to the editor.\n`,
        ru: `Редактор знает файлов: ${count}.\n`,
      }),
    );
  },
});
