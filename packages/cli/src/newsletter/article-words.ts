import type { SentIssue } from '@tamizdat/newsletter';
import { say } from '../language/say.ts';
import type { Way } from './delivery-words.ts';
import { RECORDS_SHOWN } from './limits.ts';

/** What is remembered of an article at an address. */
export interface ArticleRecord {
  title: string;
  before: SentIssue;
  file: string;
}

/**
 * What to do where nobody knows whether a mail with these articles arrived: all its records at once, since whoever mends
 * one of them alone makes the next run repeat articles or lose them.
 * @param subject Of the letter, for records that name none.
 */
export function sayUnknown(way: Way, subject: string, records: readonly ArticleRecord[]): string {
  const subjects = [...new Set(records.map(({ before }) => before.subject ?? subject))];
  const { at, to } = records[0]?.before ?? { at: '', to: '' };
  // All of them, however many: whoever leaves one out makes the next run repeat articles.
  const list = listRecords(records, ({ title }) => title, records.length);
  const sought = say({
    en: subjects.map((one) => `“${one}”`).join(' or '),
    ru: subjects.map((one) => `«${one}»`).join(' или '),
  });
  const ways = bothWays();
  return way === 'mail'
    ? say({
        en:
          `A mail with these articles was begun at ${at}, to ${to}, and nobody saw the end:\n${list}\n` +
          `It may have been sent. Look in the list’s archive or mailbox for the subject ${sought}.\n${ways}`,
        ru:
          `Письмо с этими статьями начали отправлять в ${at} на ${to}, и чем это кончилось, неизвестно:\n${list}\n` +
          `Возможно, оно ушло. Поищите в архиве рассылки или в ящике тему ${sought}.\n${ways}`,
      })
    : say({
        en:
          `A draft with these articles was begun at ${at} in listmonk (${to}), and nobody saw the end:\n${list}\n` +
          `There may be a draft. Look among listmonk’s campaigns for the subject ${sought}.\n${ways}`,
        ru:
          `Черновик с этими статьями начали создавать в ${at} в listmonk (${to}), и чем это кончилось, неизвестно:\n${list}\n` +
          `Возможно, черновик есть. Поищите среди кампаний listmonk тему ${sought}.\n${ways}`,
      });
}

/** It arrived, or it certainly did not. */
const bothWays = (): string =>
  say({
    en:
      'If it is there, write “done” for “begun” in all of these files, and the same command goes on with the rest.\n' +
      'If it certainly is not, delete all of these files and run the same command again.',
    ru:
      'Если найдётся, напишите «done» вместо «begun» во всех этих файлах, и та же команда отправит остальное.\n' +
      'Если его точно нет, удалите все эти файлы и повторите команду.',
  });

/** Why a letter is refused whose articles are out: which, where and when, and what else there is to do. */
export function sayOut(way: Way, records: readonly ArticleRecord[], isExtra: boolean): string {
  const list = listRecords(records, ({ title, before: { at, to } }) => `${title}, ${to}, ${at}`);
  const other = isExtra ? '--ids' : '--issue';
  return way === 'mail'
    ? say({
        en: `All of these articles were sent already: readers would get them twice.\n${list}\nName others with ${other}. If they certainly did not arrive, delete all of these files and run the same command again.`,
        ru: `Все эти статьи уже отправлены: читатели получили бы их дважды.\n${list}\nНазовите другие (${other}). Если они точно не пришли, удалите все эти файлы и повторите команду.`,
      })
    : say({
        en: `Drafts with all of these articles were made already; nothing was sent from here.\n${list}\nLook for them among listmonk’s campaigns, or name others with ${other}. To make another draft, delete all of these files and run the same command again.`,
        ru: `Черновики со всеми этими статьями уже созданы; отсюда ничего не отправлено.\n${list}\nНайдите их среди кампаний listmonk или назовите другие статьи (${other}). Чтобы создать ещё один черновик, удалите все эти файлы и повторите команду.`,
      });
}

/** A line for each, up to a page of them, and how many more there are. */
function listRecords(
  records: readonly ArticleRecord[],
  nameOf: (record: ArticleRecord) => string,
  most = RECORDS_SHOWN,
): string {
  const lines = records.slice(0, most).map((record) => `  ${nameOf(record)}: ${record.file}`);
  const more = records.length - lines.length;
  const rest = say({
    en: `  and ${more} more beside them`,
    ru: `  и ещё ${more} рядом с ними`,
  });
  return [...lines, ...(more > 0 ? [rest] : [])].join('\n');
}
