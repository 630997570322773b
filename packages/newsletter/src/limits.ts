/** Pixels a letter is wide: what mail programs show on a desk without scrolling sideways. */
export const LETTER_WIDTH = 600;
/** Bytes of a letter's HTML: Gmail cuts what is longer than 102 KB, and the way to leave the list with it. */
export const LETTER_HTML_MAX = 100_000;
/**
 * Bytes of the HTML of a letter with whole articles, as it is encoded in its mail. Gmail says that it cuts what is longer
 * than 102 KB and not what it counts: in base64 a Cyrillic text grows by a third. The rest is room for what providers
 * add: addresses that count, and the way to leave the list.
 */
export const LETTER_ENCODED_MAX = 90_000;
/** Mails that one issue may become: nobody reads more at once, and servers take them for a flood. */
export const LETTER_MAILS_MAX = 20;
/** Columns of a table that a phone shows beside each other in a mail: it is 328 pixels wide there. */
export const NARROW_COLUMNS = 3;
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
