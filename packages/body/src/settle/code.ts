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

/** Four spaces before a sentence, as a typewriter indents: no line of code reads so. */
function indented({ value }: Code, offset: number, written: string): Misread[] {
  const isProse = /^["«“„—–(\p{Lu}][\p{L}\p{N}\p{M} ,.:;!?«»“”„"'’()—–-]*$/u.test(value.trim());
  if (!isProse || (value.match(/\p{L}{2,}/gu) ?? []).length < 4) return [];
  return [{ kind: 'indented', offset, written, mended: written.trimStart() }];
}
