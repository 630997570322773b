import type { SentIssue } from '@tamizdat/newsletter';

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
}

const MAIL: DeliveryWords = {
  done: ({ id, at, to }, file) =>
    `The issue ${id} was sent to ${to} at ${at}: readers would get it twice. ` +
    `Name another with --issue, or, if it certainly did not arrive, delete ${file} and send it again.`,
  begun: ({ id, at, to }) =>
    `The issue ${id} was being sent to ${to} at ${at}, and nobody saw the end.`,
  open: (_id, file) =>
    `It may have been sent. Look for it in the list’s archive or mailbox; if it certainly did not arrive, delete ${file} and send it again.`,
  nothing: 'Nothing was sent: once that is mended, run the same command again.',
};

const DRAFT: DeliveryWords = {
  done: ({ id, at, to }, file) =>
    `A draft of the issue ${id} was made at ${at} in listmonk (${to}); nothing was sent from here. ` +
    `Look for it among the campaigns there. To make another, delete ${file} and run the same command again.`,
  begun: ({ id, at, to }) =>
    `A draft of the issue ${id} was begun at ${at} in listmonk (${to}), and nobody saw the end.`,
  open: (id, file) =>
    `There may be a draft. Look for “${id}” among listmonk’s campaigns; if it is not there, delete ${file} and run the same command again.`,
  nothing: 'No draft was made: once that is mended, run the same command again.',
};

/** The words for a way. */
export const wordsOf = (way: Way): DeliveryWords => (way === 'mail' ? MAIL : DRAFT);
