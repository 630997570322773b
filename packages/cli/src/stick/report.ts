import { say } from '../language/say.ts';
import type { Form } from './arguments.ts';

/** What is said of something that was made. */
export interface Report {
  out: string;
  as: Form;
  languages: string[];
  /** As of when, RFC 3339. */
  madeAt: string;
  articles: number;
  /** Days of the oldest and the newest article, `yyyy-mm-dd`. */
  from: string;
  to: string;
  pictures: number;
  bytes: number;
  /** Of xdc: newest articles that had room, of so many. */
  of?: number;
}

/** The same for people, with line ends. */
export function describe({
  out,
  as,
  languages,
  articles,
  from,
  to,
  pictures,
  bytes,
  of,
}: Report): string {
  const langs = languages.join(', ');
  const line = say({
    en: `${out} (${as}, ${langs}): articles: ${articles}, ${from} – ${to}, pictures: ${pictures}, bytes: ${bytes}`,
    ru: `${out} (${as}, ${langs}): статей: ${articles}, ${from} – ${to}, картинок: ${pictures}, байт: ${bytes}`,
  });
  const rest =
    of === undefined || of === articles
      ? ''
      : say({
          en: `\n  Older ones had no room: ${of - articles}. --max takes more, --pictures none makes room.`,
          ru: `\n  Более старые не поместились: ${of - articles}. Больше войдёт с --max, место освободит --pictures none.`,
        });
  return `${line}${rest}\n`;
}
