import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { openMirrorList } from './mirror-list.ts';
import { promoteMirror, type Promoted } from './promote.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'promote',
    description: say({
      en: 'Announce a reserve mirror: move it from the list in TAMIZDAT_RESERVE into content/mirrors.yaml. Its address is written there and printed nowhere. Exit codes: 0 moved, 1 nothing was changed, 2 usage.',
      ru: 'Объявить резервное зеркало: перенести его из списка TAMIZDAT_RESERVE в content/mirrors.yaml. Его адрес пишется туда и нигде не печатается. Коды выхода: 0 перенесено, 1 ничего не изменено, 2 ошибка вызова.',
    }),
  },
  args: {
    mirror: {
      type: 'positional',
      description: say({
        en: 'The reserve mirror as output calls it, such as reserve-1',
        ru: 'Резервное зеркало, как его называют сообщения, например reserve-1',
      }),
      required: true,
    },
    name: {
      type: 'string',
      description: say({
        en: 'Name to announce it under (default: that of its list, which everybody can read then)',
        ru: 'Под каким именем объявить (по умолчанию под тем, что в его списке; тогда его прочитает любой)',
      }),
      valueHint: 'name',
    },
    content: contentArgument,
    'dry-run': {
      type: 'boolean',
      description: say({ en: 'Change nothing', ru: 'Ничего не менять' }),
      default: false,
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was done as JSON', ru: 'Напечатать сделанное как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const dryRun = args['dry-run'];
    const list = await openMirrorList(args.content);
    const promoted = promoteMirror(list, args.mirror, args.name, dryRun);
    const next = listNext(promoted);
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ ...promoted, dryRun, next }, undefined, 2)}\n`
        : describe(promoted, next, dryRun),
    );
  },
});

const PUBLIC = say({
  en: 'Once this is pushed its address is public, and stays so: in the repository’s history, in readers’ lists, in caches.',
  ru: 'Как только это отправлено, адрес открыт для всех и таким останется: в истории репозитория, в списках у читателей, в кешах.',
});

function describe(promoted: Promoted, next: readonly string[], dryRun: boolean): string {
  const { mirror, wasAnnounced, reserve } = promoted;
  const would = dryRun ? say({ en: 'Would be done: ', ru: 'Было бы сделано: ' }) : '';
  const announced = wasAnnounced
    ? say({
        en: `${mirror} stands in content/mirrors.yaml already.`,
        ru: `${mirror} уже стоит в content/mirrors.yaml.`,
      })
    : say({
        en: `${would}${mirror} is put at the end of content/mirrors.yaml.`,
        ru: `${would}${mirror} ставится в конец content/mirrors.yaml.`,
      });
  const taken =
    reserve === 'file'
      ? [
          say({
            en: `${would}it is taken out of the reserve file.`,
            ru: `${would}запись убирается из файла резервных.`,
          }),
        ]
      : [];
  const steps = next.map((step, at) => `  ${at + 1}. ${step}`);
  return `${[announced, ...taken, PUBLIC, say({ en: 'Next:', ru: 'Дальше:' }), ...steps].join('\n')}\n`;
}

function listNext({ mirror, reserve, lines, isExplained, left }: Promoted): string[] {
  const [first, last] = lines;
  const where =
    first === last
      ? { en: `line ${first}`, ru: `строка ${first}`, above: `строкой ${first}` }
      : {
          en: `lines ${first}–${last}`,
          ru: `строки ${first}–${last}`,
          above: `строками ${first}–${last}`,
        };
  return [
    ...(reserve === 'secret'
      ? [
          say({
            en: `Take ${mirror} out of the secret TAMIZDAT_RESERVE yourself: ${where.en} of it.`,
            ru: `Уберите ${mirror} из секрета TAMIZDAT_RESERVE сами: ${where.ru}.`,
          }),
        ]
      : []),
    ...(isExplained
      ? [
          say({
            en: `Look at the comment above ${where.en} of the reserve list: it was kept, and may have been about this mirror.`,
            ru: `Посмотрите на комментарий над ${where.above} в списке резервных: он остался и мог быть об этом зеркале.`,
          }),
        ]
      : []),
    say({ en: 'Commit content/mirrors.yaml.', ru: 'Сделайте коммит content/mirrors.yaml.' }),
    say({
      en: 'Sign the list: “tamizdat mirrors sign dist --keys <folder>”, then “tamizdat publish”. The page of mirrors follows with the next build and release.',
      ru: 'Подпишите список: «tamizdat mirrors sign dist --keys <папка>», затем «tamizdat publish». Страница зеркал обновится со следующей сборкой и выпуском.',
    }),
    left === 0
      ? say({
          en: 'Make new reserve mirrors: none is left.',
          ru: 'Заведите новые резервные зеркала: не осталось ни одного.',
        })
      : say({
          en: `Reserve mirrors behind it have moved up; ${left} ${left === 1 ? 'is' : 'are'} left. docs/mirrors.md says how many it takes.`,
          ru: `Следующие за ним резервные зеркала сдвинулись; осталось ${left}. Сколько их нужно, сказано в docs/mirrors.md.`,
        }),
  ];
}
