import { createHash } from 'node:crypto';
import type { Outlet, Words } from '@tamizdat/article-schema';

/** The day of the month on which the reminder falls: half a month to a month and a half after a page was read. */
const DAY = 15;

/**
 * A calendar file (RFC 5545) with one whole-day event in the month after the clock's. A calendar may be looked
 * through by others: title, id and file name say nothing of the outlet, of support, or of an address.
 */
export function reminderCalendar(
  clock: string,
  words: Words,
  { tagAuthority }: Pick<Outlet, 'tagAuthority'>,
): string {
  const now = new Date(clock);
  const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
  const day = compact(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, DAY));
  const uid = createHash('sha256').update(`${tagAuthority.domain} ${day}`).digest('hex');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${uid.slice(0, 32)}`,
    `DTSTAMP:${compact(month)}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    ...fold(`SUMMARY:${escapeText(words.supportWords.reminder)}`),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const compact = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 10).replaceAll('-', '');

/** RFC 5545, 3.3.11. */
const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);

/** RFC 5545, 3.1: lines of at most 75 octets; what follows begins with a space. */
function fold(line: string): string[] {
  const lines = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > 75) lines.push(` ${character}`);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
}
