import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../letter.ts';
import { LETTER_HTML_MAX, MAIL_MAX } from '../limits.ts';
import { HeavyLetterError } from './heavy-letter-error.ts';
import { buildLetterHtml } from './letter-html.ts';
import { buildLetterText } from './letter-text.ts';
import { pictureId } from './picture-id.ts';
import { pictureType } from './picture-type.ts';

/** Who writes to whom. Addresses as in a header: `Name <user@host>` or `user@host`. */
export interface Envelope {
  from: string;
  to: string;
  /** RFC 3339: the mail's Date. */
  date: string;
}

/**
 * The whole mail (RFC 5322): plain text and HTML, with the pictures inside that have no address. The same letter and
 * envelope give the same bytes.
 *
 * @throws HeavyLetterError when it is too long for mail programs or servers.
 */
export async function buildMail(letter: Letter, { from, to, date }: Envelope): Promise<Buffer> {
  const html = buildLetterHtml(letter);
  verifySize('html', Buffer.byteLength(html), LETTER_HTML_MAX);
  const seed = createHash('sha256')
    .update([letter.id, date, ...(letter.part === undefined ? [] : [letter.part])].join('\n'))
    .digest('hex')
    .slice(0, 24);
  const host = new URL(letter.outlet.home).hostname;
  const mail = await new MailComposer({
    from,
    to,
    subject: letter.title,
    date: new Date(date),
    messageId: `<${letter.id.replace('/', '.')}.${seed}@${host}>`,
    headers: {
      'Content-Language': letter.lang,
      // A provider's placeholder is for its own templates; it writes this header itself.
      ...(URL.canParse(letter.leave) ? { 'List-Unsubscribe': `<${letter.leave}>` } : {}),
    },
    text: buildLetterText(letter),
    html,
    baseBoundary: seed,
    attachments: [...pictureParts(letter), ...wholeParts(letter), ...textParts(letter)],
    // Nothing in a letter comes from a file or an address on its own.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  verifySize('mail', mail.length, MAIL_MAX);
  return mail;
}

const pictureParts = ({ items }: Letter) =>
  items.flatMap(({ picture, whole }, index) =>
    picture && picture.url === undefined && whole === undefined
      ? [inlinePicture(pictureId(index), `picture-${index + 1}`, picture.bytes)]
      : [],
  );

const wholeParts = ({ items }: Letter) =>
  items
    .flatMap(({ whole }) => whole?.pictures ?? [])
    .map(({ id, bytes }, index) => inlinePicture(id, `picture-${index + 1}`, bytes));

/** Texts that are too long for the letter itself: mail programs cut no file. */
const textParts = ({ items }: Letter) =>
  items.flatMap(({ attached }) =>
    attached === undefined
      ? []
      : [
          {
            filename: attached.name,
            content: attached.text,
            contentType: 'text/plain; charset=utf-8',
          },
        ],
  );

function inlinePicture(id: string, name: string, bytes: Buffer) {
  const type = pictureType(bytes);
  return {
    cid: id,
    content: bytes,
    contentType: type,
    filename: `${name}.${type === 'image/png' ? 'png' : 'jpg'}`,
    contentDisposition: 'inline' as const,
  };
}

function verifySize(what: 'html' | 'mail', weight: number, most: number): void {
  if (weight > most) throw new HeavyLetterError({ what, weight, most });
}
