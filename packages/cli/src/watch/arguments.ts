import { DEFAULT_SAMPLE } from '@tamizdat/mirrors/watch';
import type { Scope } from '@tamizdat/release';
import type { ParsedArgs } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { historyArgument } from './history-place.ts';
import { say } from '../language/say.ts';

/** What `tamizdat watch` takes. */
export const args = {
  mirrors: {
    type: 'positional',
    description: say({
      en: 'Addresses, or names of announced and reserve mirrors, or “reserve” for all of these (default: all mirrors)',
      ru: 'Адреса, или имена объявленных и резервных зеркал, или “reserve” для всех резервных (по умолчанию: все зеркала)',
    }),
    valueHint: say({ en: 'address or name…', ru: 'адрес или имя…' }),
    required: false,
  },
  root: {
    type: 'string',
    description: say({
      en: 'Who the publisher is: the file of its first root, or its fingerprint (default: TAMIZDAT_ROOT, then the outlet that releases here)',
      ru: 'Чей это сайт: файл первого корня или отпечаток (по умолчанию: TAMIZDAT_ROOT, затем издание, которое выпускают здесь)',
    }),
    valueHint: say({ en: 'file or fingerprint', ru: 'файл или отпечаток' }),
  },
  content: contentArgument,
  sample: {
    type: 'string',
    description: say({
      en: `Files judged of each mirror, chosen at random (default: ${DEFAULT_SAMPLE})`,
      ru: `Сколько файлов каждого зеркала проверить, наугад (по умолчанию: ${DEFAULT_SAMPLE})`,
    }),
    valueHint: 'number',
  },
  full: {
    type: 'boolean',
    description: say({
      en: 'Judge every file of each mirror',
      ru: 'Проверить все файлы каждого зеркала',
    }),
    default: false,
  },
  proxy: {
    type: 'string',
    description: say({
      en: 'Look through a proxy, such as one inside the country: socks5://… or http://… (default: TAMIZDAT_PROXY)',
      ru: 'Смотреть через прокси, например внутри страны: socks5://… или http://… (по умолчанию: TAMIZDAT_PROXY)',
    }),
    valueHint: 'address',
  },
  interval: {
    type: 'string',
    description: say({
      en: 'Look again and again, so often: 10m, 1h',
      ru: 'Проверять снова и снова, с таким промежутком: 10m, 1h',
    }),
    valueHint: 'time',
  },
  html: {
    type: 'string',
    description: say({ en: 'Write a status page', ru: 'Записать страницу о состоянии зеркал' }),
    valueHint: 'file',
  },
  history: historyArgument,
  hook: {
    type: 'string',
    description: say({
      en: 'Run when a mirror’s state changes, with TAMIZDAT_MIRROR, TAMIZDAT_STATE, TAMIZDAT_FORMER and TAMIZDAT_REASONS set; with --renew also at each look after which something is left to a person (TAMIZDAT_STATE=asked)',
      ru: 'Запускать, когда меняется состояние зеркала, с TAMIZDAT_MIRROR, TAMIZDAT_STATE, TAMIZDAT_FORMER и TAMIZDAT_REASONS; с --renew — и при каждой проверке, после которой что-то остаётся человеку (TAMIZDAT_STATE=asked)',
    }),
    valueHint: 'command',
  },
  renew: {
    type: 'string',
    description: say({
      en: 'Give up names of the list that are blocked, bring the next ones, sign the list for this released tree and publish it, by the rules in content/mirrors.yaml (docs/addresses.md)',
      ru: 'Отказаться от заблокированных имён из списка, взять следующие, подписать список для этого выпущенного дерева и опубликовать его, по правилам из content/mirrors.yaml (docs/addresses.md)',
    }),
    valueHint: 'folder',
  },
  keys: {
    type: 'string',
    description: say({
      en: 'With --renew: folder of the keys, or of root.json alone where the keys stand in the environment',
      ru: 'С --renew: папка ключей или одного root.json, если ключи стоят в переменных',
    }),
    valueHint: 'folder',
  },
  'dry-run': {
    type: 'boolean',
    description: say({
      en: 'With --renew: say what would be done, and change nothing',
      ru: 'С --renew: сказать, что было бы сделано, и ничего не менять',
    }),
    default: false,
  },
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was found as JSON', ru: 'Напечатать найденное как JSON' }),
    default: false,
  },
} as const;

export type Options = ParsedArgs<typeof args>;

/** How much of each mirror is judged. @throws UsageError */
export function parseScope({ sample, full }: Pick<Options, 'sample' | 'full'>): Scope {
  if (full && sample !== undefined)
    throw new UsageError(
      say({ en: '--sample or --full, not both.', ru: 'Или --sample, или --full.' }),
    );
  if (full) return { kind: 'all' };
  const given = sample ?? String(DEFAULT_SAMPLE);
  if (/^[1-9]\d{0,4}$/.test(given))
    return { kind: 'sample', count: Number(given), random: Math.random };
  throw new UsageError(
    say({
      en: `--sample is a number of files such as 20, not “${given}”.`,
      ru: `--sample — число файлов, например 20, а не «${given}».`,
    }),
  );
}

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
/** Less would be a burden for hosts that give their room away. */
const MIN_INTERVAL_MS = 30_000;

/** Reads `10m` as milliseconds. @throws UsageError */
export function parseInterval(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number = '', unit = 's'] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const interval = Number(number) * UNITS_MS[unit as keyof typeof UNITS_MS];
  if (interval >= MIN_INTERVAL_MS) return interval;
  throw new UsageError(
    say({
      en: `--interval is a time of at least 30s, such as 10m or 1h, not “${text}”.`,
      ru: `--interval — время не меньше 30s, например 10m или 1h, а не «${text}».`,
    }),
  );
}
