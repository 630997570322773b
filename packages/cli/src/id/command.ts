import { defineCommand } from 'citty';
import { ulid } from 'ulid';

export default defineCommand({
  meta: {
    name: 'id',
    description: 'Print a new id for an article (a ULID). Exit codes: 0 printed, 2 usage.',
  },
  run() {
    process.stdout.write(`${ulid()}\n`);
  },
});
