import type { SentIssue } from '@tamizdat/newsletter';
import { say } from '../language/say.ts';

/** How an issue leaves the kit: as a mail to readers, or as a draft that a person sends. */
export type Way = 'mail' | 'draft';

/** What is said of an issue that was handed over before, or may have been. Every one says what to do. */
export interface DeliveryWords {
  /** It was handed over before. */
  done: (before: SentIssue, file: string) => string;
  /** It was begun before. */
  begun: (before: SentIssue) => string;
  /** Nobody knows how it ended. */
  open: (id: string, file: string) => string;
  /** It certainly was not handed over. */
  nothing: string;
  /** It was handed over, and these files could not be made to say so. */
  unrecorded: (files: readonly string[]) => string;
}

const listed = (files: readonly string[]): string => files.map((file) => `\n  ${file}`).join('');

const MAIL: DeliveryWords = {
  done: ({ id, at, to }, file) =>
    say({
      en:
        `The issue ${id} was sent to ${to} at ${at}: readers would get it twice. ` +
        `Name another with --issue, or, if it certainly did not arrive, delete ${file} and send it again.`,
      ru:
        `Выпуск ${id} уже отправлен на ${to} в ${at}: читатели получили бы его дважды. ` +
        `Назовите другой (--issue) или, если он точно не пришёл, удалите ${file} и отправьте снова.`,
    }),
  begun: ({ id, at, to }) =>
    say({
      en: `The issue ${id} was being sent to ${to} at ${at}, and nobody saw the end.`,
      ru: `Выпуск ${id} отправляли на ${to} в ${at}, и чем это кончилось, неизвестно.`,
    }),
  open: (_id, file) =>
    say({
      en: `It may have been sent. Look for it in the list’s archive or mailbox; if it certainly did not arrive, delete ${file} and send it again.`,
      ru: `Возможно, он ушёл. Поищите его в архиве рассылки или в ящике; если он точно не пришёл, удалите ${file} и отправьте снова.`,
    }),
  get nothing() {
    return say({
      en: 'Nothing was sent: once that is mended, run the same command again.',
      ru: 'Ничего не отправлено: устраните причину и повторите команду.',
    });
  },
  unrecorded: (files) =>
    say({
      en: `The mail was sent, and that could not be recorded: write “done” for “begun” in these files before you run the command again.${listed(files)}`,
      ru: `Письмо отправлено, но записать это не удалось: прежде чем повторять команду, напишите «done» вместо «begun» в этих файлах.${listed(files)}`,
    }),
};

const DRAFT: DeliveryWords = {
  done: ({ id, at, to }, file) =>
    say({
      en:
        `A draft of the issue ${id} was made at ${at} in listmonk (${to}); nothing was sent from here. ` +
        `Look for it among the campaigns there. To make another, delete ${file} and run the same command again.`,
      ru:
        `Черновик выпуска ${id} создан в ${at} в listmonk (${to}); отсюда ничего не отправлено. ` +
        `Найдите его там среди кампаний. Чтобы создать другой, удалите ${file} и повторите команду.`,
    }),
  begun: ({ id, at, to }) =>
    say({
      en: `A draft of the issue ${id} was begun at ${at} in listmonk (${to}), and nobody saw the end.`,
      ru: `Черновик выпуска ${id} начали создавать в ${at} в listmonk (${to}), и чем это кончилось, неизвестно.`,
    }),
  open: (id, file) =>
    say({
      en: `There may be a draft. Look for “${id}” among listmonk’s campaigns; if it is not there, delete ${file} and run the same command again.`,
      ru: `Возможно, черновик есть. Поищите «${id}» среди кампаний listmonk; если его там нет, удалите ${file} и повторите команду.`,
    }),
  get nothing() {
    return say({
      en: 'No draft was made: once that is mended, run the same command again.',
      ru: 'Черновик не создан: устраните причину и повторите команду.',
    });
  },
  unrecorded: (files) =>
    say({
      en: `The draft was made, and that could not be recorded: write “done” for “begun” in these files before you run the command again.${listed(files)}`,
      ru: `Черновик создан, но записать это не удалось: прежде чем повторять команду, напишите «done» вместо «begun» в этих файлах.${listed(files)}`,
    }),
};

/** The words for a way. */
export const wordsOf = (way: Way): DeliveryWords => (way === 'mail' ? MAIL : DRAFT);

/** Of an issue that fills several mails: what is out of it, and that the rest follows. */
export const sayRest = (out: number, count: number): string =>
  say({
    en: `Mails before it: ${out} of ${count}. Once that is mended, run the same command again: it goes on with the rest.`,
    ru: `До этого ушли письма: ${out} из ${count}. Устраните причину и повторите команду: она отправит остальные.`,
  });
