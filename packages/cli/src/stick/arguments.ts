import type { RecipeName } from '@tamizdat/media';
import type { ParsedArgs } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { baseArgument, madeAsJson } from '../take-along/arguments.ts';
import { XDC_LIMIT_KB, XDC_MAX_KB } from './limits.ts';

/** What a stick can be. */
export const FORMS = ['folder', 'zip', 'zim', 'xdc'] as const;
export type Form = (typeof FORMS)[number];

/** Sizes of pictures by their names, largest first; JPEG, 800, 600 and 360 pixels wide. */
export const PICTURE_SIZES = {
  large: 'feed',
  medium: 'letter',
  small: 'book',
} as const satisfies Record<string, RecipeName>;
export type PictureSize = keyof typeof PICTURE_SIZES;

/** What `tamizdat stick` takes. */
export const args = {
  years: {
    type: 'string',
    description: say({
      en: 'Years of the articles, such as 2025-2026 or 2024,2026; not needed with --sizes and --as xdc',
      ru: 'Годы статей, например 2025-2026 или 2024,2026; с --sizes и --as xdc не обязательны',
    }),
    valueHint: 'years',
  },
  as: {
    type: 'string',
    description: say({
      en: 'folder, zip: pages that open in any browser; zim: a file for Kiwix, needs zim-tools; xdc: the newest articles as an app for messengers that know webxdc',
      ru: 'folder, zip: страницы, которые открываются в любом браузере; zim: файл для Kiwix, нужен пакет zim-tools; xdc: новейшие статьи как приложение для мессенджеров, которые знают webxdc',
    }),
    default: 'folder',
    valueHint: FORMS.join('|'),
  },
  out: {
    type: 'string',
    description: say({
      en: 'Folder or file to write, which must not be there',
      ru: 'Папка или файл, которых ещё нет',
    }),
    valueHint: 'path',
  },
  sizes: {
    type: 'boolean',
    description: say({
      en: 'Only say how much each year takes, with each size of pictures',
      ru: 'Только сказать, сколько места занимает каждый год и с какими картинками',
    }),
    default: false,
  },
  pictures: {
    type: 'string',
    description: say({
      en: 'Width of the pictures, 800, 600 or 360 pixels, or none (default: medium, for xdc small)',
      ru: 'Ширина картинок 800, 600 или 360 пикселей или none — без них (по умолчанию medium, для xdc small)',
    }),
    valueHint: [...Object.keys(PICTURE_SIZES), 'none'].join('|'),
  },
  recordings: {
    type: 'boolean',
    description: say({
      en: 'Audio and video too, except into an app; without it the report says how much they would add',
      ru: 'Аудио и видео тоже, кроме приложения; без этого отчёт говорит, сколько они добавили бы',
    }),
    default: false,
  },
  lang: {
    type: 'string',
    description: say({
      en: 'One of the outlet’s languages (default: all; of zim and xdc a file for each, its code before the ending)',
      ru: 'Один из языков издания (без него — все; zim и xdc — по файлу на каждый, код языка перед окончанием)',
    }),
    valueHint: 'code',
  },
  max: {
    type: 'string',
    description: say({
      en: `Of xdc: kilobytes that the file may have, 50 to ${XDC_LIMIT_KB}`,
      ru: `Для xdc: сколько килобайт может занять файл, от 50 до ${XDC_LIMIT_KB}`,
    }),
    default: String(XDC_MAX_KB),
    valueHint: 'kB',
  },
  links: {
    type: 'boolean',
    description: say({
      en: 'Marked links to what is elsewhere, and the outlet’s address (xdc has no links out in any case)',
      ru: 'Помеченные ссылки на то, чего в копии нет, и адрес издания (в xdc ссылок наружу не бывает)',
    }),
    default: true,
    negativeDescription: say({
      en: 'No addresses: where passing on a link is fined',
      ru: 'Без адресов: там, где за ссылку штрафуют',
    }),
  },
  signed: {
    type: 'string',
    description: say({
      en: 'Of folder and zip: a built and signed tree, such as dist; the articles’ signed plain texts come along, with all that shows that they are genuine',
      ru: 'Для folder и zip: собранное и подписанное дерево, например dist; с копией пойдут подписанные тексты статей и всё, по чему видна их подлинность',
    }),
    valueHint: 'folder',
  },
  base: baseArgument,
  json: madeAsJson,
  content: contentArgument,
} as const;

export type Options = ParsedArgs<typeof args>;

/** @throws UsageError */
export function parseForm(given: string): Form {
  const form = FORMS.find((name) => name === given);
  if (form !== undefined) return form;
  const names = FORMS.join(', ');
  throw new UsageError(say({ en: `--as is one of: ${names}.`, ru: `--as бывает: ${names}.` }));
}

/** Undefined for none. @throws UsageError */
export function parsePictures(given: string | undefined, form: Form): PictureSize | undefined {
  const name = given ?? (form === 'xdc' ? 'small' : 'medium');
  if (name === 'none') return undefined;
  const size = (Object.keys(PICTURE_SIZES) as PictureSize[]).find((one) => one === name);
  if (size !== undefined) return size;
  const names = [...Object.keys(PICTURE_SIZES), 'none'].join(', ');
  throw new UsageError(
    say({ en: `--pictures is one of: ${names}.`, ru: `--pictures бывает: ${names}.` }),
  );
}

/** The years that are meant; undefined for all. @throws UsageError */
export function parseYears(given: string | undefined): ((year: string) => boolean) | undefined {
  if (given === undefined) return undefined;
  const spans = given.split(',').map((part) => /^(\d{4})(?:[-–](\d{4}))?$/.exec(part.trim()));
  if (
    spans.length <= 50 &&
    spans.every((span) => span !== null && (span[2] ?? '9999') >= (span[1] ?? ''))
  )
    return (year) =>
      spans.some(
        (span) => span !== null && year >= (span[1] ?? '') && year <= (span[2] ?? span[1] ?? ''),
      );
  throw new UsageError(
    say({
      en: `--years is such as 2026, 2025-2026 or 2023,2025-2026, not “${given.slice(0, 100)}”.`,
      ru: `--years пишут так: 2026, 2025-2026 или 2023,2025-2026, а не «${given.slice(0, 100)}».`,
    }),
  );
}

/** Bytes. @throws UsageError */
export function parseMax(given: string): number {
  const kilobytes = /^\d{2,5}$/.test(given) ? Number(given) : 0;
  if (kilobytes >= 50 && kilobytes <= XDC_LIMIT_KB) return kilobytes * 1000;
  throw new UsageError(
    say({
      en: `--max is a number of kilobytes from 50 to ${XDC_LIMIT_KB}, such as 640.`,
      ru: `--max — число килобайт от 50 до ${XDC_LIMIT_KB}, например 640.`,
    }),
  );
}
