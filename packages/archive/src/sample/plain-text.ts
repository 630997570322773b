import { hash } from 'node:crypto';

/** Fewer letters than these do not tell whose sentence it is. */
const SENTENCE_SHORTEST = 30;

/** A setting as it is compared: without spaces, which people put into account numbers, and in small letters. */
export const compact = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/gu, '').toLowerCase();

/** Digests of a text's sentences, each long enough to be nobody else's: by letters and digits alone. */
export function digestSentences(text: string): string[] {
  return text
    .split(/[.!?…]\s|\n/u)
    .map((part) =>
      part
        .normalize('NFC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((part) => part.length >= SENTENCE_SHORTEST)
    .map((part) => hash('sha256', part).slice(0, DIGEST_DIGITS));
}

/** Hexadecimal digits that are kept of a digest: no two of a million texts share them by chance. */
const DIGEST_DIGITS = 16;

/** A paragraph of Markdown with its 1-based line. */
export interface Paragraph {
  line: number;
  text: string;
}

/** The paragraphs of a text, each on one line. */
export function paragraphsOf(text: string, firstLine: number): Paragraph[] {
  const found: Paragraph[] = [];
  let isOpen = false;
  for (const [at, line] of text.split('\n').entries()) {
    const last = found.at(-1);
    if (line.trim() === '') isOpen = false;
    else if (isOpen && last !== undefined) last.text += ` ${line}`;
    else {
      found.push({ line: firstLine + at, text: line });
      isOpen = true;
    }
  }
  return found;
}
