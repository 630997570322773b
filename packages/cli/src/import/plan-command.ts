import { existsSync } from 'node:fs';
import path from 'node:path';
import { createFile } from '@tamizdat/files';
import { buildPlan } from '@tamizdat/import';
import { defineCommand } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { common } from './arguments.ts';
import { mapText } from './map-file.ts';
import { openExport, toldError } from './open-export.ts';
import { describePlan, planJson } from './describe-plan.ts';

export default defineCommand({
  meta: {
    name: 'plan',
    description: say({
      en: 'Look through an export and write the file that says what becomes what, for a person to edit. Writes nothing else. Exit codes: 0 written, 2 usage or no export.',
      ru: 'Просмотреть выгрузку и записать файл, где сказано, что во что превратится; его правит человек. Больше ничего не пишет. Коды выхода: 0 записан, 2 ошибка вызова или это не выгрузка.',
    }),
  },
  args: {
    ...common,
    zone: {
      type: 'string',
      description: say({
        en: 'Time zone of dates that name none (default: what the source says, else UTC)',
        ru: 'Часовой пояс дат, которые его не называют (по умолчанию — как сказано в источнике, иначе UTC)',
      }),
      valueHint: 'Europe/Vilnius',
    },
  },
  async run({ args }) {
    const file = path.resolve(args.map);
    if (existsSync(file))
      throw new UsageError(
        say({
          en: `${args.map} is there already, perhaps edited. Name another file, or move it away.`,
          ru: `${args.map} уже есть, возможно, с правками. Назовите другой файл или уберите этот.`,
        }),
      );
    const source = openExport(args.source);
    const zone = readZone(args.zone ?? source.zone ?? 'UTC');
    const plan = await buildPlan(source, zone).catch((error: unknown) => {
      throw toldError(error);
    });
    createFile(path.dirname(file), file, mapText(plan.map));
    process.stdout.write(args.json ? planJson(plan) : describePlan(plan, args.map));
  },
});

function readZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(
      say({
        en: `“${zone}” is no time zone. Example: Europe/Vilnius.`,
        ru: `«${zone}» — не часовой пояс. Пример: Europe/Vilnius.`,
      }),
    );
  }
}
