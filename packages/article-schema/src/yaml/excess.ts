import { Lexer } from 'yaml';
import { YAML_TOKENS_MAX } from '../limits.ts';
import type { Finding } from '@tamizdat/problem';

/** What the lexer says of the text without taking a character of it: a document, a scalar or an error in a list begins. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001F']);

/**
 * Where a YAML text becomes too much to read, as an offset in UTF-16 code units; undefined where it does not. The lexer
 * goes along with the text; reading proper takes many times the text's length in memory.
 */
export function findExcess(text: string): number | undefined {
  let offset = 0;
  let count = 0;
  for (const token of new Lexer().lex(text)) {
    if (WITHOUT_TEXT.has(token)) continue;
    count += 1;
    if (count > YAML_TOKENS_MAX) return offset;
    offset += token.length;
  }
  return undefined;
}

export const EXCESS: Finding = {
  code: 'yaml-too-much',
  path: [],
  message: `From the beginning to here are more than ${YAML_TOKENS_MAX} names, values and signs.`,
  why: 'No record has as many, and reading them would stop the machine that checks.',
  remedy: 'Look for signs that are repeated above this line, and delete them.',
  ru: {
    message: `От начала до этого места больше ${YAML_TOKENS_MAX} имён полей, значений и знаков.`,
    why: 'Столько их нигде не бывает, а чтение остановило бы машину, которая проверяет.',
    remedy: 'Поищите выше этой строки знаки, которые повторяются, и удалите их.',
  },
};
