import type { Mirror } from '@tamizdat/article-schema';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { openMirrorList } from './mirror-list.ts';
import { type Retired, retireMirror } from './retire.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'retire',
    description: say({
      en: 'Announce a mirror no longer: take it out of content/mirrors.yaml, and say what is left to do. Nothing is deleted on the mirror. Exit codes: 0 taken out, 1 nothing was changed, 2 usage.',
      ru: 'Больше не объявлять зеркало: убрать его из content/mirrors.yaml и сказать, что ещё надо сделать. На самом зеркале ничего не удаляется. Коды выхода: 0 убрано, 1 ничего не изменено, 2 ошибка вызова.',
    }),
  },
  args: {
    mirror: {
      type: 'positional',
      description: say({
        en: 'The mirror’s name in content/mirrors.yaml',
        ru: 'Имя зеркала в content/mirrors.yaml',
      }),
      required: true,
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
    const retired = retireMirror(list, args.mirror, dryRun);
    const next = listNext(retired);
    const { mirror, ...rest } = retired;
    const { name, base: address, place } = mirror;
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ mirror: name, address, kind: place.kind, ...rest, dryRun, next }, undefined, 2)}\n`
        : describe(retired, next, dryRun),
    );
  },
});

/** Announced mirrors below which readers are soon without any (docs/mirrors.md). */
const ENOUGH = 3;

function describe({ mirror, lines }: Retired, next: readonly string[], dryRun: boolean): string {
  const [first, last] = lines;
  const where =
    first === last
      ? say({ en: `line ${first}`, ru: `строка ${first}` })
      : say({ en: `lines ${first}–${last}`, ru: `строки ${first}–${last}` });
  const done = say(
    dryRun
      ? { en: 'would be taken out', ru: 'была бы убрана' }
      : { en: 'is taken out', ru: 'убрана' },
  );
  return `${[
    say({
      en: `${mirror.name} ${done} of content/mirrors.yaml (${where}): ${mirror.base}`,
      ru: `${mirror.name}: запись ${done} из content/mirrors.yaml (${where}): ${mirror.base}`,
    }),
    say({
      en: 'Its address was public, and stays so: in the repository’s history, in the lists that readers and their programs hold, in caches and in other people’s copies.',
      ru: 'Его адрес был открыт и таким останется: в истории репозитория, в списках у читателей и их программ, в кешах и чужих копиях.',
    }),
    say({ en: 'Next:', ru: 'Дальше:' }),
    ...next.map((step, at) => `  ${at + 1}. ${step}`),
  ].join('\n')}\n`;
}

function listNext({ mirror, lines: [first], isExplained, left }: Retired): string[] {
  const host = new URL(mirror.base).hostname;
  return [
    ...(isExplained
      ? [
          say({
            en: `Look at the comment above line ${first}: it was kept, and may have been about this mirror.`,
            ru: `Посмотрите на комментарий над строкой ${first}: он остался и мог быть об этом зеркале.`,
          }),
        ]
      : []),
    say({ en: 'Commit content/mirrors.yaml.', ru: 'Сделайте коммит content/mirrors.yaml.' }),
    say({
      en: 'Sign the list without it: “tamizdat mirrors sign dist --keys <folder>”, then “tamizdat publish”. Until then readers’ programs go on asking it. The page of mirrors follows with the next build and release.',
      ru: 'Подпишите список без него: «tamizdat mirrors sign dist --keys <папка>», затем «tamizdat publish». До тех пор программы читателей его спрашивают. Страница зеркал обновится со следующей сборкой и выпуском.',
    }),
    WHAT_TO_CLEAR[mirror.place.kind],
    say({
      en: `Use ${host} for no other mirror, least of all for one in reserve: whoever blocks it knows it. Keep a domain of your own registered for some years, or say in the open that it is no longer yours: who buys it can serve anything there.`,
      ru: `Не используйте ${host} ни для какого другого зеркала, тем более резервного: кто его блокирует, тот его знает. Собственный домен не отпускайте ещё несколько лет или скажите открыто, что он больше не ваш: кто его купит, сможет показывать там что угодно.`,
    }),
    ...(left < ENOUGH
      ? [
          say({
            en: `Announce another one (“tamizdat mirror promote”): ${left === 0 ? 'none is left' : `${left} ${left === 1 ? 'is' : 'are'} left`}, and docs/mirrors.md says why it takes ${ENOUGH}.`,
            ru: `Объявите другое («tamizdat mirror promote»): осталось ${left}; почему нужно ${ENOUGH}, сказано в docs/mirrors.md.`,
          }),
        ]
      : []),
  ];
}

/** What is left on a mirror that is published to no longer: it grows stale, and is the outlet's still. */
const WHAT_TO_CLEAR: Readonly<Record<Mirror['place']['kind'], string>> = {
  folder: say({
    en: 'After a few days, when caches and open pages have let go of it, delete the folder and end its web server; what stays there grows out of date.',
    ru: 'Через несколько дней, когда кеши и открытые страницы его забудут, удалите папку и остановите её веб-сервер; то, что там останется, устареет.',
  }),
  git: say({
    en: 'After a few days, when caches and open pages have let go of it, delete the branch or the repository; what stays there grows out of date.',
    ru: 'Через несколько дней, когда кеши и открытые страницы его забудут, удалите ветку или репозиторий; то, что там останется, устареет.',
  }),
  rclone: say({
    en: 'After a few days, when caches and open pages have let go of it, empty the store and close its account; what stays there grows out of date, and costs.',
    ru: 'Через несколько дней, когда кеши и открытые страницы его забудут, очистите хранилище и закройте его учётную запись; то, что там останется, устареет и стоит денег.',
  }),
  copied: say({
    en: 'Tell whoever copies it: their pull goes on until they end it.',
    ru: 'Скажите тем, кто его копирует: их копирование идёт, пока они его не остановят.',
  }),
};
