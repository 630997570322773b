import path from 'node:path';
import { buildClock, loadContent } from '@tamizdat/archive';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'clock',
    description: say({
      en: 'Print the clock of a build: the latest boundary in the content that is not after TAMIZDAT_NOW (default: now). Exit codes: 0 printed, 1 the content cannot be read, 2 usage.',
      ru: 'Напечатать часы сборки: последнюю границу в содержимом не позже TAMIZDAT_NOW (по умолчанию: сейчас). Коды выхода: 0 напечатано, 1 содержимое не читается, 2 ошибка вызова.',
    }),
  },
  args: {
    content: contentArgument,
    json: {
      type: 'boolean',
      description: say({ en: 'Print it as JSON', ru: 'Напечатать как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const content = await loadContent(
      args.content === undefined ? defaultContent : path.resolve(args.content),
    );
    const now = process.env['TAMIZDAT_NOW'] ?? new Date().toISOString();
    const clock = buildClock({ ...content, fronts: content.fronts.values() }, now);
    process.stdout.write(`${args.json ? JSON.stringify({ clock }) : clock}\n`);
  },
});
