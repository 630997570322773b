import { type Letter, weighLetter } from '@tamizdat/newsletter';
import { say } from '../language/say.ts';
import type { Carrier, OutMail } from './carrier.ts';
import type { Handed } from './hand-over.ts';

/** One mail of an issue that carries whole articles. */
export interface MailReport {
  subject: string;
  articles: number;
  /** Bytes of the mail. */
  bytes: number;
  /** Bytes of its HTML as it is encoded: of that, mail programs cut what is too long. */
  htmlBytes: number;
}

/** What was made, as `--json` prints it. */
export interface Report extends Handed {
  issue: string;
  /** Last day of an issue whose days are not over, `yyyy-mm-dd`. */
  unfinishedUntil?: string;
  articles: number;
  bytes: number;
  files: string[];
  /** Of an issue with whole articles. */
  mails?: MailReport[];
  /** Titles of articles that were too long for a letter: their text is a file of the mail, or only linked. */
  tooLong?: string[];
  /** Titles of articles that are out there already. */
  out?: string[];
}

/** Weighs the mails of an issue with whole articles. */
export function weighMails(mails: readonly OutMail[]): Promise<MailReport[]> {
  return Promise.all(
    mails.map(async ({ letter, mail }) => ({
      subject: letter.title,
      articles: letter.items.length,
      bytes: mail.length,
      htmlBytes: (await weighLetter(letter)).html,
    })),
  );
}

/** Titles of those whose text did not fit into a letter. */
export const tooLongOf = (letters: readonly Letter[]): string[] =>
  letters.flatMap(({ items }) =>
    items
      .filter(({ id, whole }) => id !== undefined && whole === undefined)
      .map(({ title }) => title),
  );

/** The report in words, ends with a line end. */
export function describe(report: Report, carrier: Carrier | undefined): string {
  const { issue, articles, bytes, mails = [] } = report;
  const lines = [
    mails.length > 1
      ? say({
          en: `Issue ${issue}: articles: ${articles}, mails: ${mails.length}, since mail programs cut longer ones`,
          ru: `Выпуск ${issue}: статей: ${articles}, писем: ${mails.length}, потому что длинные письма обрезают`,
        })
      : say({
          en: `Issue ${issue}: articles: ${articles}, a mail of ${bytes} bytes`,
          ru: `Выпуск ${issue}: статей: ${articles}, письмо: ${bytes} байт`,
        }),
    ...mails.map(describeMail),
    ...describeExceptions(report),
    ...report.files.map((file) => `  ${file}`),
    ...(mails.length > 0 ? [whoReads(carrier)] : []),
    ...describeHanded(report),
  ];
  return `${lines.join('\n')}\n`;
}

const describeMail = ({ subject, articles, bytes, htmlBytes }: MailReport): string =>
  say({
    en: `  “${subject}”: articles: ${articles}, ${bytes} bytes, of which its HTML: ${htmlBytes}`,
    ru: `  «${subject}»: статей: ${articles}, байт: ${bytes}, из них HTML: ${htmlBytes}`,
  });

const quoteAll = (titles: readonly string[]): string =>
  titles.map((title) => say({ en: `“${title}”`, ru: `«${title}»` })).join(', ');

function describeExceptions({ unfinishedUntil, tooLong = [], out = [] }: Report): string[] {
  const heavy = quoteAll(tooLong);
  const gone = quoteAll(out);
  return [
    unfinishedUntil === undefined
      ? ''
      : say({
          en: `Unfinished: its last day, ${unfinishedUntil}, is not over, and more may be picked for it`,
          ru: `Не закончен: его последний день, ${unfinishedUntil}, ещё идёт, и в него могут войти другие статьи`,
        }),
    tooLong.length === 0
      ? ''
      : say({
          en: `Too long for a letter, so only with blurb and address, and the text as a file of the mail (not in a draft): ${heavy}`,
          ru: `Не поместились в письмо: там только пара слов и адрес, а текст приложен файлом (кроме черновиков): ${heavy}`,
        }),
    out.length === 0
      ? ''
      : say({
          en: `Left out, since they are out there already: ${gone}`,
          ru: `Без тех, что туда уже отправлены: ${gone}`,
        }),
  ].filter((line) => line !== '');
}

/** Said wherever whole articles travel: the outlet chose it, and has to know for whom else. */
const whoReads = (carrier: Carrier | undefined): string =>
  say({
    en: `Whole articles: whoever carries this mail (${carrier?.host ?? 'your mail provider'}) and whoever runs a reader’s mailbox can read them, and sees who gets them`,
    ru: `Статьи целиком: их может прочесть и видит получателей тот, кто передаёт письмо (${carrier?.host ?? 'ваш почтовый сервис'}), и тот, кто держит ящик читателя`,
  });

function describeHanded({ sent, draft, drafts }: Report): string[] {
  if (sent !== undefined) return [say({ en: `Sent to ${sent}`, ru: `Отправлено на ${sent}` })];
  if (draft === undefined)
    return [
      say({
        en: 'Nothing was sent: --send or --draft does that',
        ru: 'Ничего не отправлено: для этого есть --send и --draft',
      }),
    ];
  const ids = (drafts ?? [draft]).join(', ');
  return [
    say({
      en: `Draft ${ids} in listmonk: look at it there, and send it`,
      ru: `Черновик ${ids} в listmonk: посмотрите его там и отправьте`,
    }),
  ];
}
