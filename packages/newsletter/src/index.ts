export type {
  Letter,
  LetterCheck,
  LetterItem,
  LetterPicture,
  LetterWords,
  WholeArticle,
  WholePicture,
} from './letter.ts';
export { buildLetterHtml } from './mail/letter-html.ts';
export { buildLetterText } from './mail/letter-text.ts';
export { buildMail, type Envelope } from './mail/build-mail.ts';
export { type Heavy, HeavyLetterError } from './mail/heavy-letter-error.ts';
export { pictureType } from './mail/picture-type.ts';
export { splitLetter } from './mail/split-letter.ts';
export { weighLetter } from './mail/weigh-letter.ts';
export { decodeCredential, parseSmtpAddress, type SmtpServer } from './send/smtp-address.ts';
export { sendMail, SendError } from './send/send-mail.ts';
export { createDraft, type ListmonkDraft } from './send/listmonk-draft.ts';
export {
  claimAll,
  claimIssueForAll,
  findRecord,
  type IssueClaim,
  openClaim,
  type SentIssue,
} from './send/sent-issues.ts';
