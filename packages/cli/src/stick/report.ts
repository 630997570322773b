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
  /** Recordings that came along, and those that did not, with their bytes. */
  recordings: number;
  recordingsLeft: number;
  recordingsLeftBytes: number;
  bytes: number;
  /** Of xdc: newest articles that had room, of so many. */
  of?: number;
}

/** The same for people, with line ends. */
export function describe(report: Report): string {
  const { out, as, languages, articles, from, to, pictures, recordings, bytes } = report;
  const langs = languages.join(', ');
  const line = say({
    en: `${out} (${as}, ${langs}): articles: ${articles}, ${from} – ${to}, pictures: ${pictures}, recordings: ${recordings}, bytes: ${bytes}`,
    ru: `${out} (${as}, ${langs}): статей: ${articles}, ${from} – ${to}, картинок: ${pictures}, записей: ${recordings}, байт: ${bytes}`,
  });
  return `${[line, ...olderLeft(report), ...recordingsLeft(report)].join('\n  ')}\n`;
}

const olderLeft = ({ of, articles }: Report): string[] =>
  of === undefined || of === articles
    ? []
    : [
        say({
          en: `Older ones had no room: ${of - articles}. --max takes more, --pictures none makes room.`,
          ru: `Более старые не поместились: ${of - articles}. Больше войдёт с --max, место освободит --pictures none.`,
        }),
      ];

function recordingsLeft({ as, recordingsLeft: count, recordingsLeftBytes }: Report): string[] {
  if (count === 0) return [];
  const megabytes = (Math.max(1e5, recordingsLeftBytes) / 1e6).toFixed(1);
  const told = say({
    en: `Recordings that stayed elsewhere, told in words: ${count}, ${megabytes} MB.`,
    ru: `Записей, которые не вошли и описаны словами: ${count}, ${megabytes} МБ.`,
  });
  const way = say({
    en: '--recordings takes them along.',
    ru: 'С --recordings войдут и они.',
  });
  return [as === 'xdc' ? told : `${told} ${way}`];
}
