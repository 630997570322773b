/** Pixels a letter is wide: what mail programs show on a desk without scrolling sideways. */
export const LETTER_WIDTH = 600;
/** Bytes of a letter's HTML: Gmail cuts what is longer than 102 KB, and the way to leave the list with it. */
export const LETTER_HTML_MAX = 100_000;
/** Bytes of a whole mail: many servers refuse more than 10 MB, and readers pay for each. */
export const MAIL_MAX = 5_000_000;
/** Milliseconds until a mail server must have answered: a greeting, a command. A blocked one says nothing. */
export const SMTP_GREETING_MS = 30_000;
export const SMTP_SILENCE_MS = 60_000;
/** Milliseconds for the request to listmonk. */
export const LISTMONK_MS = 60_000;
/** Bytes read of listmonk's answer. */
export const LISTMONK_ANSWER_MAX = 1_000_000;
/** Characters shown of what a server said: its reason, not a page. */
export const ANSWER_SHOWN = 300;

/** Bytes of the record of an issue that was sent: an issue, an address and a time. */
export const MAX_RECORD_BYTES = 16 * 1024;
