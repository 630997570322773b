import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import type { Trust } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { loadRecord, recordOf } from '../newest/record.ts';
import { args as common, keysArgument, placeOf, readKeys } from './arguments.ts';
import { rememberOn } from './remember-on.ts';

export default defineCommand({
  meta: {
    name: 'remember',
    description: say({
      en: 'Commit the record of the newest release, which “release” wrote beside the roots, to the branch that is released, so that an old history is refused. Where that branch cannot be pushed to, that is said, and no error. Exit codes: 0 remembered or said, 1 failed, 2 usage.',
      ru: 'Закоммитить запись о новейшем выпуске, которую «release» сделала рядом с корнями, на ветку, с которой выпускают: тогда старая история не пройдёт. Если на ветку нельзя отправлять, об этом говорится, и это не ошибка. Коды выхода: 0 записано или сказано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    ...common,
    branch: { ...common.branch, default: 'main' },
    keys: keysArgument,
  },
  async run({ args: options }) {
    const keys = readKeys(options.keys, options.content);
    const record = await loadRecord(keys);
    if (record === undefined)
      throw new UsageError(
        say({
          en: `Nothing was released with ${keys}: there is no newest.json.`,
          ru: `С ${keys} ничего не выпускали: newest.json там нет.`,
        }),
      );
    const file = path.relative(path.join(contentFolder(options.content), '..'), recordOf(keys));
    const place = placeOf(options);
    const done = await rememberOn(place, {
      file: file.split(path.sep).join('/'),
      record,
      text: readFileSync(recordOf(keys), 'utf8'),
      at: new Date(readNow()).toISOString(),
    });
    process.stdout.write(`${describe(done, options.branch, record)}\n`);
  },
});

function describe(done: string | undefined, branch: string, { release }: Trust): string {
  if (done === undefined)
    return say({
      en: `Release ${release} is remembered on ${branch}.`,
      ru: `Выпуск ${release} записан на ${branch}.`,
    });
  return say({
    en: `::warning::The record of release ${release} is not on ${branch}: ${done} Until it is, the mirrors alone tell an old history from the newest: docs/forge.md.`,
    ru: `::warning::Записи о выпуске ${release} на ${branch} нет: ${done} До тех пор старую историю от новейшей отличают одни зеркала: docs/forge.md.`,
  });
}
