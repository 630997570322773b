import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildClock, loadContent } from '@tamizdat/archive';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { say } from '../language/say.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { args, type Options, placeOf } from './arguments.ts';
import { fetchKept, isKept, readClock } from './state-branch.ts';

export default defineCommand({
  meta: {
    name: 'due',
    description: say({
      en: 'Print “due=true” where the clock has passed a boundary in the content since the release that is kept on the branch: something is to come out, or to be taken off the front page. Otherwise, and before the first release, “due=false”. Exit codes: 0 printed, 1 failed, 2 usage.',
      ru: 'Напечатать «due=true», если со времени выпуска, который хранится на ветке, в содержимом настал какой-то срок: что-то должно выйти или уйти с первой страницы. Иначе, и до первого выпуска, «due=false». Коды выхода: 0 напечатано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const content = await loadContent(contentFolder(options.content));
    const now = new Date(readNow()).toISOString();
    const clock = buildClock({ ...content, fronts: content.fronts.values() }, now);
    const released = await loadClock(options);
    const isDue = released !== undefined && isAfter(clock, released, now);
    process.stdout.write(`due=${isDue}\n`);
  },
});

/** A commit’s clock that no release can have, being no time or yet to come, hides nothing that is due. */
function isAfter(clock: string, released: string, now: string): boolean {
  const time = Date.parse(released);
  return !(time <= Date.parse(now)) || Date.parse(clock) > time;
}

/** Of a commit alone, without the release. */
async function loadClock(options: Options): Promise<string | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-due-'));
  const place = placeOf(options, folder);
  try {
    if (!(await isKept(place))) return undefined;
    await fetchKept(place, { filter: 'tree:0' });
    return await readClock(place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
