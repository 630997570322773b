import { randomBytes } from 'node:crypto';
import { colors } from 'consola/utils';

/**
 * How our own codes for the terminal are told from those that stand in what strangers wrote: nobody can guess the mark,
 * which is another one in each process. `guard-output.ts` lets these through, and nothing else.
 */
const MARK = `\u0001${randomBytes(16).toString('hex')}`;
const END = '\u0002';

const CODES = new RegExp(`${MARK}([^${END}]*)${END}`, 'g');

/** A code of ours, as the guard of output knows it. */
export const ownCode = (code: string): string => (code === '' ? '' : `${MARK}${code}${END}`);

/** Takes back the line of a progress. */
export const LINE_TAKEN_BACK = ownCode('\r\u001b[K');

/** Puts codes of ours in, or leaves them out where nobody sees a terminal, and treats what stands between them. */
export function withOwnCodes(
  text: string,
  isTerminal: boolean,
  between: (text: string) => string,
): string {
  return text
    .split(CODES)
    .map((part, at) => (at % 2 === 0 ? between(part) : isTerminal ? part : ''))
    .join('');
}

/** A colour of ours, where this process shows colours at all. */
const colour = (paint: (text: string) => string) => {
  const [open = '', close = ''] = paint('|').split('|');
  return (text: string): string => `${ownCode(open)}${text}${ownCode(close)}`;
};

export const colours = {
  bold: colour(colors.bold),
  cyan: colour(colors.cyan),
  dim: colour(colors.dim),
  green: colour(colors.green),
  red: colour(colors.red),
  yellow: colour(colors.yellow),
};

/** A text with colours that another library of ours painted, as the guard of output knows them. */
export const ownColours = (text: string): string =>
  text.replaceAll(/\u001b\[[\d;]*m/g, (code) => ownCode(code));
