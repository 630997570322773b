import type { Code } from 'mdast';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, startOf } from './nodes.ts';

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** What is to be told of code: a fence that nothing closes, and prose that four spaces made code. */
export function missedCode(code: Code, source: string): Misread[] {
  const offset = startOf(code);
  const written = lineFrom(source, offset);
  const fence = FENCE.exec(written)?.[1];
  return fence === undefined
    ? indented(code, offset, written)
    : isClosed(source.slice(offset, endOf(code)), fence)
      ? []
      : [{ kind: 'code-open', offset, written, mended: `${written}\n…\n${fence}` }];
}

/** CommonMark 4.5: the last line is of the same signs, no fewer of them, and nothing else. */
function isClosed(block: string, fence: string): boolean {
  const [, ...lines] = block.trimEnd().split(/\r\n|\r|\n/);
  const last = (lines.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd();
  return last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
}

/** Letters, numbers, spaces and what sentences, links, notes and emphasis are written with. */
const OF_PROSE = /[\p{L}\p{M}\p{N}\s,.:;!?…«»“”„"'’‘()[\]^*_&/%‰№$€₽₴—–-]/gu;
/** Share of such characters in prose; the rest is signs that nobody can list. */
const SHARE_OF_PROSE = 0.95;
/** Words in a sentence of letters that programs are written with too. */
const WORDS_OF_PROSE = 4;

/** Four spaces before paragraphs, as a typewriter indents and programs for texts paste: no lines of code read so. */
function indented({ value }: Code, offset: number, written: string): Misread[] {
  const share = (value.match(OF_PROSE) ?? []).length / Math.max(1, value.length);
  const isSentence =
    /^\s*["«“„—–(¿¡\p{Lu}]/u.test(value) &&
    (value.match(/\p{L}{2,}/gu) ?? []).length >= WORDS_OF_PROSE;
  // Programs are written in plain letters.
  const isProse = isSentence || /(?![a-z])\p{L}/iu.test(value);
  if (share < SHARE_OF_PROSE || !isProse) return [];
  return [{ kind: 'indented', offset, written, mended: written.trimStart() }];
}
