import MimeNode from 'nodemailer/lib/mime-node';
import type { Letter } from '../letter.ts';
import { buildLetterHtml } from './letter-html.ts';
import { buildLetterText } from './letter-text.ts';

/** What a letter weighs as mail, in bytes. */
export interface LetterWeight {
  /** Its HTML as it is encoded. */
  html: number;
  /** All of it, to a few lines of headers. */
  mail: number;
}

/** Encodes the texts of a letter as its mail will; the files inside are in base64. */
export async function weighLetter(letter: Letter): Promise<LetterWeight> {
  const html = await encodedLength('text/html', buildLetterHtml(letter));
  const text = await encodedLength('text/plain', buildLetterText(letter));
  const files = letter.items.flatMap(({ whole, attached, picture }) => [
    ...(whole?.pictures.map(({ bytes }) => bytes.length) ?? []),
    ...(attached === undefined ? [] : [Buffer.byteLength(attached.text)]),
    ...(picture && picture.url === undefined && whole === undefined ? [picture.bytes.length] : []),
  ]);
  return { html, mail: html + text + files.reduce((sum, bytes) => sum + base64Length(bytes), 0) };
}

/** In lines of 76 characters and two that end them (RFC 2045, 6.8), with room for the headers of a part. */
const base64Length = (bytes: number): number => Math.ceil((bytes * 4 * 78) / (3 * 76)) + 400;

const encodedLength = async (type: string, text: string): Promise<number> =>
  (await new MimeNode(`${type}; charset=utf-8`).setContent(text).build()).length;
