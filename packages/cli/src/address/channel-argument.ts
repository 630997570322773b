import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** The channel of names that stand in the signed list and on the page of mirrors. */
export const LISTED = 'list';

export const channelArgument = {
  type: 'string',
  description: say({
    en: 'Where the names are shown: “list” is the signed list and the page of mirrors; others are yours to name, such as letter, card, messenger',
    ru: 'Где имена показывают: «list» — подписанный список и страница зеркал; остальные называете вы, например letter, card, messenger',
  }),
  valueHint: 'channel',
} as const;

/** @throws UsageError */
export function readChannel(given: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given) && given.length <= 40) return given;
  throw new UsageError(
    say({
      en: '--channel is lower-case Latin letters, digits and single hyphens, such as “messenger”.',
      ru: '--channel — строчные латинские буквы, цифры и одиночные дефисы, например «messenger».',
    }),
  );
}

export const countArgument = {
  type: 'string',
  description: say({ en: 'How many', ru: 'Сколько' }),
  default: '1',
  valueHint: 'number',
} as const;

export const printArgument = {
  type: 'boolean',
  description: say({ en: 'Print them as JSON', ru: 'Напечатать их как JSON' }),
  default: false,
} as const;

/** Names made or taken at once: more is a slip, and a page of them is read by nobody. */
const COUNT_MAX = 500;

/** @throws UsageError */
export function readCount(given: string): number {
  const count = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (count >= 1 && count <= COUNT_MAX) return count;
  throw new UsageError(
    say({
      en: `--count is a number from 1 to ${COUNT_MAX}.`,
      ru: `--count — число от 1 до ${COUNT_MAX}.`,
    }),
  );
}
