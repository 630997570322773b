import type { ImageFact, Place } from '@tamizdat/body';
import type { InBoth } from '@tamizdat/problem';
import { shorten } from '../characters/count.ts';
import { pointAt } from '../lint/prose.ts';
import { findAll, IN_TEXTS, PLAIN_KINDS, unescaped } from './find-leftovers.ts';
import type { Leftover } from './leftovers.ts';
import { EXAMPLE_MAX, mendedText, plainOf } from './mend-leftovers.ts';
import type { TextNote } from './text-notes.ts';

/** How what is found in a kind of text is told. */
interface Telling {
  remedy: InBoth;
  /** Whether all that is found in a line is mended in its example: where nothing else of it could be code. */
  mendsLine: boolean;
}

const IN_MARKDOWN: Telling = {
  remedy: {
    en: 'Write it so that it works; what is to be printed as it stands gets a backslash before its sign, or stands between two “`” as code.',
    ru: 'Напишите так, чтобы оно работало; если это и нужно напечатать, поставьте перед знаком обратную косую черту или заключите всё в «`».',
  },
  mendsLine: false,
};
const IN_PLAIN: Telling = {
  remedy: {
    en: 'Write it as it is to be read: Markdown and HTML mean nothing in this field.',
    ru: 'Напишите так, как это прочтут: Markdown и HTML в этом поле ничего не значат.',
  },
  mendsLine: true,
};

/**
 * What is left of markup in what readers see of a Markdown text; `prose` is the text with all else blanked, `markdown`
 * the text itself, from which examples are taken.
 */
export function leftoverNotes(prose: string, markdown = prose): TextNote[] {
  return notesOf(unescaped(prose), markdown, IN_TEXTS, IN_MARKDOWN);
}

/** The same of a line that is printed as it stands, such as a headline. */
export function plainLeftoverNotes(line: string): TextNote[] {
  return notesOf(line, line, PLAIN_KINDS, IN_PLAIN);
}

/** The same of the captions under pictures: Markdown’s rules end where the title of a picture (CommonMark 6.4) begins. */
export function captionNotes({ title = '', at }: Pick<ImageFact, 'title' | 'at'>): TextNote[] {
  return plainLeftoverNotes(title).map((note) => ({ ...note, at }));
}

function notesOf(
  text: string,
  written: string,
  kinds: readonly Leftover[],
  telling: Telling,
): TextNote[] {
  const taken = findAll(text, kinds);
  const ordered = [...taken].sort((one, other) => one.start - other.start);
  return taken.map((found) => {
    const line = lineAround(written, found);
    const mended = telling.mendsLine
      ? plainOf(written.slice(line.start, line.end))
      : mendedText(written, line, ordered);
    return noteOf(found.kind, written, found, mended, telling.remedy);
  });
}

/** The line, or lines, in which a place of a text stands. */
function lineAround(text: string, { start, end }: Place): Place {
  const lineEnd = text.indexOf('\n', end);
  return {
    start: text.lastIndexOf('\n', start - 1) + 1,
    end: lineEnd === -1 ? text.length : lineEnd,
  };
}

function noteOf(
  { what, severity = 'warning' }: Leftover,
  text: string,
  { start, end }: Place,
  line: string,
  remedy: InBoth,
): TextNote {
  const shown = shorten(text.slice(start, end).trim());
  const { start: from, end: to } = lineAround(text, { start, end });
  const isSame = line.trim() === text.slice(from, to).trim();
  const example = isSame ? '' : line.trim().slice(0, EXAMPLE_MAX).toWellFormed();
  return {
    code: 'text-markup-printed',
    severity,
    at: pointAt(text, start),
    found: shown,
    message: `“${shown}” is printed as it stands: it looks like ${what.en}.`,
    remedy: remedy.en,
    ru: {
      message: `«${shown}» напечатают как есть: похоже, это ${what.ru}.`,
      remedy: remedy.ru,
    },
    ...(example === '' ? {} : { example }),
  };
}
