import path from 'node:path';
import { replaceFile } from '@tamizdat/files';
import {
  buildLetterHtml,
  buildLetterText,
  buildMail,
  type Envelope,
  type Letter,
  pictureType,
} from '@tamizdat/newsletter';

/** An issue on the disk, and its mail. */
export interface WrittenIssue {
  /** Files, absolute. */
  files: string[];
  mail: Buffer;
}

/**
 * Writes an issue to look at: HTML for a browser or a provider's editor, the plain text, and the mail as it would be
 * sent (`.eml`, which mail programs open).
 */
export async function writeIssue(
  letter: Letter,
  envelope: Envelope,
  folder: string,
): Promise<WrittenIssue> {
  const mail = await buildMail(letter, envelope);
  const name = letter.id.replace('/', '-');
  const contents: [string, string | Buffer][] = [
    ['html', buildLetterHtml(withPictures(letter))],
    ['txt', buildLetterText(letter)],
    ['eml', mail],
  ];
  const files = contents.map(([extension, content]) => {
    const file = path.join(folder, `${name}.${extension}`);
    replaceFile(folder, file, content);
    return file;
  });
  return { files, mail };
}

/** A browser knows no parts of a mail: pictures without an address stand in the page itself. */
function withPictures(letter: Letter): Letter {
  return {
    ...letter,
    items: letter.items.map((item) =>
      item.picture && item.picture.url === undefined
        ? {
            ...item,
            picture: {
              ...item.picture,
              url: `data:${pictureType(item.picture.bytes)};base64,${item.picture.bytes.toString('base64')}`,
            },
          }
        : item,
    ),
  };
}
