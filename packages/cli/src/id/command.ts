import { defineCommand } from 'citty';
import { ulid } from 'ulid';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'id',
    description: say({
      en: 'Print a new id for an article (a ULID). Exit codes: 0 printed, 2 usage.',
      ru: 'Напечатать новый id для статьи (ULID). Коды выхода: 0 напечатан, 2 ошибка вызова.',
    }),
  },
  run() {
    process.stdout.write(`${ulid()}\n`);
  },
});
