import { FRONT_MATTER_MAX_LENGTH } from '../limits.ts';
import type { Finding } from '@tamizdat/problem';
import { findProse } from './find-prose.ts';

/** A Markdown file in its two parts. Lines are 1-based lines of the file. */
export interface SplitFile {
  /** The YAML between the two `---` lines. */
  yaml: string;
  yamlLine: number;
  /** The Markdown after them, line ends as `\n`. */
  body: string;
  bodyLine: number;
  /** Set where the file has no front matter that can be read; then everything is body. */
  missing?: Finding;
  /** The line at which that is told; the first where absent. */
  missingLine?: number;
}

const FENCE = /^---[ \t]*$/;

/**
 * Splits a Markdown file into front matter and text. A byte order mark and CRLF line ends are
 * dropped. Never throws; a missing or unclosed front matter is told in `missing`. A `---` below
 * paragraphs is a rule of the text, not the front matter's end.
 */
export function splitFrontMatter(text: string): SplitFile {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const whole = { yaml: '', yamlLine: 1, body: plain, bodyLine: 1 };
  const firstEnd = lineEnd(plain, 0);
  if (!FENCE.test(plain.slice(0, firstEnd))) return { ...whole, missing: NO_FRONT_MATTER };
  let start = firstEnd + 1;
  for (let line = 2; start <= plain.length; line++) {
    const end = lineEnd(plain, start);
    if (FENCE.test(plain.slice(start, end))) {
      if (start > FRONT_MATTER_MAX_LENGTH) return { ...whole, missing: TOO_LONG };
      const yaml = plain.slice(firstEnd + 1, start);
      const prose = findProse(yaml);
      if (prose !== undefined) return { ...whole, missing: NOT_CLOSED, missingLine: prose + 2 };
      return { yaml, yamlLine: 2, body: plain.slice(end + 1), bodyLine: line + 1 };
    }
    start = end + 1;
  }
  const prose = findProse(plain.slice(firstEnd + 1, FRONT_MATTER_MAX_LENGTH));
  const missingLine = prose === undefined ? {} : { missingLine: prose + 2 };
  return { ...whole, missing: NOT_CLOSED, ...missingLine };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const NO_FRONT_MATTER: Finding = {
  code: 'front-matter-missing',
  path: [],
  message: 'The file does not begin with front matter.',
  remedy:
    'Begin the file with a line “---”, then the fields, then another line “---”. These are three hyphens, not a dash, with nothing above them.',
  ru: {
    message: 'Файл не начинается с полей.',
    remedy:
      'Начните файл строкой «---», затем поля, затем ещё одна строка «---». Это три дефиса, а не тире, и над ними ничего не стоит.',
    example: '---\ntitle: Город у моря, где не погас свет\n---',
  },
  example: '---\ntitle: The harbour that kept its lights on\n---',
};
const TOO_LONG: Finding = {
  code: 'front-matter-too-long',
  path: [],
  message: `The front matter is longer than ${FRONT_MATTER_MAX_LENGTH} characters.`,
  remedy: 'Look for a line “---” that is missing above, and move what is text below it.',
  ru: {
    message: `Поля в начале файла занимают больше ${FRONT_MATTER_MAX_LENGTH} символов.`,
    remedy: 'Поищите, где выше не хватает строки «---», и перенесите текст под неё.',
  },
};
const NOT_CLOSED: Finding = {
  code: 'front-matter-not-closed',
  path: [],
  message: 'The front matter is not closed before the text begins.',
  remedy: 'Put a line “---” after the last field, before the text.',
  ru: {
    message: 'Поля не закрыты: текст начинается раньше.',
    remedy: 'Поставьте строку «---» после последнего поля, перед текстом.',
    example: 'status: draft\n---\n\nПервый абзац.',
  },
  example: 'status: draft\n---\n\nThe first paragraph.',
};
