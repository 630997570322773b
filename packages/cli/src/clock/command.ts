import path from 'node:path';
import { buildClock, loadContent } from '@tamizdat/archive';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';

export default defineCommand({
  meta: {
    name: 'clock',
    description:
      'Print the clock of a build: the latest boundary in the content that is not after TAMIZDAT_NOW (default: now). Exit codes: 0 printed, 1 the content cannot be read, 2 usage.',
  },
  args: {
    content: contentArgument,
    json: { type: 'boolean', description: 'Print it as JSON', default: false },
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
