import path from 'node:path';
import { defineCommand } from 'citty';
import { defaultTree } from '../repository/folders.ts';
import { UsageError } from '../frame/usage-error.ts';
import { MAX_PORT, serveFolder } from './serve-folder.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'serve',
    description: say({
      en: 'Serve a finished tree on this machine. Exit codes: 0 stopped, 1 no tree or no port, 2 usage.',
      ru: 'Раздавать готовое дерево на этой машине. Коды выхода: 0 остановлено, 1 нет дерева или порта, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({
        en: 'Folder of the tree; dist/ where none is named',
        ru: 'Папка дерева; если не указана, dist/',
      }),
      required: false,
    },
    port: {
      type: 'string',
      description: say({
        en: 'Port to listen on; the next free one is taken',
        ru: 'Порт; если занят, берётся следующий свободный',
      }),
      default: '4321',
      valueHint: 'number',
    },
    host: {
      type: 'string',
      description: say({ en: 'Address to listen on', ru: 'Адрес, на котором раздавать' }),
      default: '127.0.0.1',
    },
  },
  async run({ args }) {
    const folder = args.folder === undefined ? defaultTree : path.resolve(args.folder);
    const port = Number(args.port);
    if (!/^\d{1,5}$/.test(args.port) || port > MAX_PORT)
      throw new UsageError(
        say({
          en: `--port takes a number from 0 to ${MAX_PORT}, not “${args.port}”. Example: --port 8080`,
          ru: `--port — число от 0 до ${MAX_PORT}, а не «${args.port}». Например: --port 8080`,
        }),
      );
    const address = await serveFolder(folder, { host: args.host, port });
    process.stdout.write(address === undefined ? '' : `\n  ${address}\n\n  Ctrl+C stops it.\n`);
    if (address === undefined) process.exitCode = 1;
  },
});
