import type { Fitted } from '@tamizdat/take-along';
import { say } from '../language/say.ts';
import type { Chosen } from './choose-editions.ts';

/** A book that is ready to be written. */
export interface Made extends Fitted {
  chosen: Chosen;
  /** Absolute. */
  file: string;
}

/** What is said of a book that was made. */
export interface Report {
  file: string;
  lang: string;
  from: string;
  to: string;
  articles: number;
  pictures: number;
  /** Pictures that had no room. */
  leftOut: number;
  bytes: number;
  /** Last day, where it is not over yet. */
  unfinishedUntil?: string;
}

export function reportOf({ file, chosen, pictures, leftOut, bytes }: Made): Report {
  const { lang, from, to, articles, unfinished } = chosen;
  return {
    file,
    lang,
    from,
    to,
    articles: articles.length,
    pictures,
    leftOut,
    bytes: bytes.length,
    ...(unfinished ? { unfinishedUntil: to } : {}),
  };
}

/** The same for people, with a line end. */
export function describe(report: Report): string {
  const { file, from, to, articles, pictures, leftOut, bytes, unfinishedUntil } = report;
  const lines = [
    say({
      en: `${file}: ${from} – ${to}, articles: ${articles}, pictures: ${pictures}, bytes: ${bytes}`,
      ru: `${file}: ${from} – ${to}, статей: ${articles}, картинок: ${pictures}, байт: ${bytes}`,
    }),
  ];
  if (leftOut > 0)
    lines.push(
      say({
        en: `  Pictures without room, at its end: ${leftOut}. Their words stand there instead, and the book says so.`,
        ru: `  Не поместилось картинок, в конце: ${leftOut}. На их месте описания, в книге об этом сказано.`,
      }),
    );
  if (unfinishedUntil !== undefined)
    lines.push(
      say({
        en: `  Its last day, ${unfinishedUntil}, is not over: more may appear.`,
        ru: `  Последний день, ${unfinishedUntil}, ещё не закончился: статьи могут прибавиться.`,
      }),
    );
  return lines.map((line) => `${line}\n`).join('');
}
