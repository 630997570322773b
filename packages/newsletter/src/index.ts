export type { Letter, LetterItem, LetterPicture, LetterWords } from './letter.ts';
export { buildLetterHtml } from './mail/letter-html.ts';
export { buildLetterText } from './mail/letter-text.ts';
export { buildMail, type Envelope } from './mail/build-mail.ts';
export { pictureType } from './mail/picture-type.ts';
export { decodeCredential, parseSmtpAddress, type SmtpServer } from './send/smtp-address.ts';
export { sendMail, SendError } from './send/send-mail.ts';
export { createDraft, type ListmonkDraft } from './send/listmonk-draft.ts';
export { claimIssueForAll, type IssueClaim, type SentIssue } from './send/sent-issues.ts';
