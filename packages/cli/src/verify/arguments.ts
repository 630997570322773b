import { type Scope } from '@tamizdat/release';
import type { ParsedArgs } from 'citty';
import { isStrictPath } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { proxyArgument } from '../mirror/proxy-argument.ts';
import { say } from '../language/say.ts';

/** What `tamizdat verify` takes. @param memory Where what was seen is remembered, as it is called. */
export const argsOf = (memory: string) =>
  ({
    place: {
      type: 'positional',
      description: say({
        en: 'Folder with a copy of the site, or the address of a mirror',
        ru: 'Папка с копией сайта или адрес зеркала',
      }),
      required: true,
    },
    root: {
      type: 'string',
      description: say({
        en: 'Who the publisher is: the file of its first root, or its fingerprint in digits or words (default: TAMIZDAT_ROOT, then what was remembered)',
        ru: 'Чей это сайт: файл первого корня или отпечаток цифрами либо словами (по умолчанию: TAMIZDAT_ROOT, затем то, что запомнено)',
      }),
      valueHint: say({ en: 'file or fingerprint', ru: 'файл или отпечаток' }),
    },
    sample: {
      type: 'string',
      description: say({
        en: 'Look at so many files, chosen at random',
        ru: 'Проверить столько файлов, выбранных наугад',
      }),
      valueHint: 'number',
    },
    page: {
      type: 'string',
      description: say({
        en: 'Look at one file alone and print it as it was signed',
        ru: 'Проверить один файл и напечатать его таким, каким он подписан',
      }),
      valueHint: 'path',
    },
    all: {
      type: 'boolean',
      description: say({
        en: 'Look at every file (default)',
        ru: 'Проверить все файлы (по умолчанию)',
      }),
      default: false,
    },
    strict: {
      type: 'boolean',
      description: say({
        en: 'Files of a folder that the release does not name are faults',
        ru: 'Считать ошибкой файлы папки, которых нет в выпуске',
      }),
      default: false,
    },
    base: {
      type: 'string',
      description: say({
        en: 'Address that stands in the feeds of a folder (default: the one noted by whoever published or pulled it)',
        ru: 'Адрес, который стоит в лентах папки (по умолчанию тот, что записан при публикации или копировании)',
      }),
      valueHint: 'address',
    },
    proxy: proxyArgument,
    memory: {
      type: 'string',
      description: say({
        en: `Folder of the newest release seen of each outlet (default: ${memory})`,
        ru: `Папка, где для каждого издания запомнен новейший виденный выпуск (по умолчанию: ${memory})`,
      }),
      valueHint: 'folder',
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was found as JSON', ru: 'Напечатать найденное как JSON' }),
      default: false,
    },
  }) as const;

export type Options = ParsedArgs<ReturnType<typeof argsOf>>;

/** How much is looked at. @throws UsageError */
export function parseScope({ sample, page, all }: Options): Scope {
  const chosen = [sample !== undefined, page !== undefined, all].filter(Boolean);
  if (chosen.length > 1)
    throw new UsageError(
      say({
        en: 'One of --sample, --page and --all, not several.',
        ru: 'Укажите что-то одно: --sample, --page или --all.',
      }),
    );
  if (page !== undefined) return { kind: 'page', path: parsePath(page) };
  if (sample === undefined) return { kind: 'all' };
  if (/^[1-9]\d{0,6}$/.test(sample))
    return { kind: 'sample', count: Number(sample), random: Math.random };
  throw new UsageError(
    say({
      en: `--sample is a number of files such as 20, not “${sample}”.`,
      ru: `--sample — число файлов, например 20, а не «${sample}».`,
    }),
  );
}

function parsePath(text: string): string {
  if (isStrictPath(text)) return text;
  throw new UsageError(
    say({
      en: `--page is a path from the root of the site, such as en/index.html, not “${text}”.`,
      ru: `--page — путь от корня сайта, например en/index.html, а не «${text}».`,
    }),
  );
}
