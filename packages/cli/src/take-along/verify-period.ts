import { weeksOf } from '@tamizdat/archive';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** Judges a week such as `2026-w47`. @throws UsageError where none is called so */
export function verifyWeek(week: string): void {
  const [, year = '', number = ''] = /^(\d{4})-w(\d{2})$/i.exec(week) ?? [];
  if (year === '')
    throw new UsageError(
      say({ en: '--week is such as 2026-w47.', ru: '--week пишут так: 2026-w47.' }),
    );
  const weeks = weeksOf(year);
  if (Number(number) >= 1 && Number(number) <= weeks) return;
  throw new UsageError(
    say({
      en: `There is no week ${number} in ${year}: its weeks are w01 to w${weeks}.`,
      ru: `В ${year} году нет недели ${number}: они от w01 до w${weeks}.`,
    }),
  );
}

/** The same for a month such as `2026-11`. @throws UsageError */
export function verifyMonth(month: string): void {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return;
  throw new UsageError(
    say({
      en: '--month is such as 2026-11, with a month from 01 to 12.',
      ru: '--month пишут так: 2026-11, месяц от 01 до 12.',
    }),
  );
}
