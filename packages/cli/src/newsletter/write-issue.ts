import path from 'node:path';
import { type NamedBytes, replaceFiles } from '@tamizdat/files';
import {
  buildLetterHtml,
  buildLetterText,
  buildMail,
  type Envelope,
  type Letter,
  type LetterItem,
  pictureType,
} from '@tamizdat/newsletter';
import type { OutMail } from './carrier.ts';

/** An issue on the disk, and its mails. */
export interface WrittenIssue {
  /** Files, absolute. */
  files: string[];
  mails: OutMail[];
}

/**
 * Writes an issue to look at: HTML for a browser or a provider's editor, the plain text, and the mail as it would be
 * sent (`.eml`, which mail programs open); of an issue that fills several mails, each of them. All mails are made before
 * anything is written, and all files are there or none.
 * @param before Mails of the issue that are out: files bear the numbers of their mails.
 */
export async function writeIssue(
  letters: readonly Letter[],
  envelope: Envelope,
  folder: string,
  before = 0,
): Promise<WrittenIssue> {
  const mails: OutMail[] = [];
  for (const letter of letters) mails.push({ letter, mail: await buildMail(letter, envelope) });
  const count = before + letters.length;
  const files = mails.flatMap((mail, index) =>
    filesOf(mail, count === 1 ? '' : `-${before + index + 1}-of-${count}`),
  );
  replaceFiles(folder, files);
  return { files: files.map(([name]) => path.join(folder, name)), mails };
}

function filesOf({ letter, mail }: OutMail, part: string): NamedBytes[] {
  const name = `${letter.id.replace('/', '-')}${part}`;
  return [
    [`${name}.html`, buildLetterHtml({ ...letter, items: letter.items.map(withPictures) })],
    [`${name}.txt`, buildLetterText(letter)],
    [`${name}.eml`, mail],
  ];
}

/** A browser knows no parts of a mail: pictures without an address stand in the page itself. */
function withPictures({ picture, whole, ...item }: LetterItem): LetterItem {
  const shown = picture && { ...picture, url: picture.url ?? dataUrl(picture.bytes) };
  const html = whole?.pictures.reduce(
    (text, { id, bytes }) => text.replaceAll(`"cid:${id}"`, `"${dataUrl(bytes)}"`),
    whole.html,
  );
  return {
    ...item,
    ...(shown ? { picture: shown } : {}),
    ...(whole && html !== undefined ? { whole: { ...whole, html } } : {}),
  };
}

const dataUrl = (bytes: Buffer): string =>
  `data:${pictureType(bytes)};base64,${bytes.toString('base64')}`;
