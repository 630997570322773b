import { DEFAULT_MAX_COPY_BYTES } from '@tamizdat/mirrors';
import type { ParsedArgs } from 'citty';
import { isBaseAddress } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { proxyArgument } from './proxy-argument.ts';
import { say } from '../language/say.ts';

/** What `tamizdat mirror pull` takes. */
export const args = {
  from: {
    type: 'positional',
    description: say({ en: 'Address of any mirror of the site', ru: 'Адрес любого зеркала сайта' }),
    required: true,
  },
  folder: {
    type: 'positional',
    description: say({
      en: 'Folder to keep the copy in; serve its “current”',
      ru: 'Папка для копии; раздавайте её “current”',
    }),
    required: true,
  },
  root: {
    type: 'string',
    description: say({
      en: 'Who the publisher is, the first time: the file of its first root, or its fingerprint in digits or words (default: TAMIZDAT_ROOT, then whose copy the folder holds)',
      ru: 'Чей это сайт, в первый раз: файл первого корня или отпечаток цифрами либо словами (по умолчанию: TAMIZDAT_ROOT, затем чья копия в папке)',
    }),
    valueHint: say({ en: 'file or fingerprint', ru: 'файл или отпечаток' }),
  },
  base: {
    type: 'string',
    description: say({
      en: 'Address of this copy: feeds, sitemaps, robots.txt and 404.html then point here instead of at the outlet’s own site (default: the one given the last time)',
      ru: 'Адрес этой копии: ленты, карты сайта, robots.txt и 404.html будут вести сюда, а не на сайт самого издания (по умолчанию тот, что дан в прошлый раз)',
    }),
    valueHint: 'address',
  },
  'max-size': {
    type: 'string',
    description: say({
      en: 'Room that the copy may take (default: 20G)',
      ru: 'Сколько места может занять копия (по умолчанию: 20G)',
    }),
    valueHint: 'size',
  },
  recheck: {
    type: 'boolean',
    description: say({
      en: 'Hash the whole copy again and mend what changed on this disk',
      ru: 'Заново посчитать хеши всей копии и исправить то, что изменилось на этом диске',
    }),
    default: false,
  },
  proxy: proxyArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print what came of it as JSON', ru: 'Напечатать итог как JSON' }),
    default: false,
  },
} as const;

export type Options = ParsedArgs<typeof args>;

/**
 * Reads the address of a mirror, with or without the slash at its end.
 * @throws UsageError
 */
export function parseBase(text: string): string {
  const given = text.endsWith('/') ? text : `${text}/`;
  const base = URL.canParse(given) ? new URL(given).href : '';
  if (isBaseAddress(base)) return base;
  throw new UsageError(
    say({
      en: `A mirror’s address is such as https://mirror.example/site/, without user, query or fragment, and not “${text}”.`,
      ru: `Адрес зеркала бывает таким: https://mirror.example/site/ — без имени пользователя, параметров и якоря, а не «${text}».`,
    }),
  );
}

const UNITS = { '': 0, K: 10, M: 20, G: 30, T: 40 } as const;

/** Reads a size such as `20G` (powers of 1,024). @throws UsageError */
export function parseSize(text: string | undefined): number {
  if (text === undefined) return DEFAULT_MAX_COPY_BYTES;
  const [, number = '', unit = ''] = /^(\d{1,6})([KMGT]?)$/i.exec(text) ?? [];
  if (number !== '') return Number(number) * 2 ** UNITS[unit.toUpperCase() as keyof typeof UNITS];
  throw new UsageError(
    say({
      en: `--max-size is a size such as 500M or 20G, not “${text}”.`,
      ru: `--max-size — размер, например 500M или 20G, а не «${text}».`,
    }),
  );
}
