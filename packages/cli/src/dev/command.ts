import { spawn } from 'node:child_process';
import path from 'node:path';
import { defineCommand } from 'citty';
import { relay } from '../frame/guard-output.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { repository } from '../repository/folders.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'dev',
    description: say({
      en: 'Live preview: shows a saved article at once, drafts and what is yet to come marked. Search needs a build. Exit codes: 0 stopped, 1 it could not start, 2 usage.',
      ru: 'Живой просмотр: сразу показывает сохранённую статью, черновики и будущее помечены. Поиску нужна сборка. Коды выхода: 0 остановлен, 1 не запустился, 2 ошибка вызова.',
    }),
  },
  args: {
    content: contentArgument,
    port: {
      type: 'string',
      description: say({ en: 'Port to listen on', ru: 'Порт' }),
      default: '4321',
      valueHint: 'number',
    },
  },
  async run({ args }) {
    const site = path.join(repository, 'apps/site');
    const child = spawn(path.join(site, 'node_modules/.bin/astro'), ['dev', '--port', args.port], {
      cwd: site,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        TAMIZDAT_PREVIEW: '1',
        ...(args.content ? { TAMIZDAT_CONTENT: path.resolve(args.content) } : {}),
      },
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    relay(child.stdout, process.stdout);
    relay(child.stderr, process.stderr);
    // Ctrl+C reaches the child by itself; a plain kill of this command would leave it behind.
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    process.exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code === 0 || code === null ? 0 : 1);
      });
    });
  },
});
