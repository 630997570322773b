import type { InBoth } from '@tamizdat/problem';
import { lstat, readFile } from 'node:fs/promises';
import { DRAWING_MAX_BYTES } from '../limits.ts';
import { tryDrawing } from './encode-drawing.ts';
import { type Drawing, parseDrawing } from './parse-drawing.ts';

/** Whether a file is taken for a drawing: by its name, because SVG has no first bytes of its own. */
export function isDrawing(file: string): boolean {
  return /\.svg$/i.test(file);
}

/** Reads a drawing's file as `readDrawing` does, and tells of one that takes too long to be drawn, or cannot be. */
export async function inspectDrawing(file: string): Promise<Drawing> {
  const drawing = await readDrawing(file);
  if (drawing.problems.length > 0) return drawing;
  const message = await tryDrawing(drawing);
  return message === undefined ? drawing : refusal(message);
}

/**
 * Reads a drawing's file as `parseDrawing` does. A symbolic link, a folder and a file that is too large are refused
 * unread. Throws the file system's error where there is no file.
 */
export async function readDrawing(file: string): Promise<Drawing> {
  const stat = await lstat(file);
  if (!stat.isFile())
    return refusal({ en: 'It is not an ordinary file.', ru: 'Это не обычный файл.' });
  if (stat.size > DRAWING_MAX_BYTES)
    return refusal({
      en: `The drawing has more than ${DRAWING_MAX_BYTES} bytes.`,
      ru: `Рисунок занимает больше ${DRAWING_MAX_BYTES} байт.`,
    });
  const bytes = await readFile(file);
  try {
    return parseDrawing(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refusal({ en: 'The file is not UTF-8 text.', ru: 'Файл — не текст в UTF-8.' });
  }
}

function refusal(message: InBoth): Drawing {
  return { svg: '', width: 0, height: 0, problems: [{ line: 1, message }] };
}
