import { isWord } from '../words/fold-word.ts';
import { EXCERPT_LEAD_WORDS, EXCERPT_WORDS } from '../limits.ts';
import type { PagefindFragment } from './pagefind.ts';

/** A run of text, marked where it was searched for. */
export interface TextRun {
  text: string;
  marked: boolean;
}

export interface MarkedResult {
  title: TextRun[];
  standfirst: TextRun[];
  /** Empty when the body holds nothing that was searched for and a standfirst says what the page is about. */
  excerpt: TextRun[];
}

/**
 * What to show of a page found. The indexed text begins with the title and the standfirst, so a word's position
 * says where it stands; the marks go there, and the excerpt is cut from the body alone.
 */
export function buildMarkedResult(fragment: PagefindFragment): MarkedResult {
  const title = splitWords(fragment.meta['title'] ?? '');
  const standfirst = splitWords(fragment.meta['standfirst'] ?? '');
  const found = new Set(fragment.locations);
  const standfirstStart = title.filter(isWord).length;
  const bodyStart = standfirstStart + standfirst.filter(isWord).length;
  return {
    title: buildRuns(title, 0, found),
    standfirst: buildRuns(standfirst, standfirstStart, found),
    excerpt: buildExcerpt(
      splitWords(fragment.content).slice(bodyStart),
      bodyStart,
      found,
      standfirst.length === 0,
    ),
  };
}

function buildExcerpt(
  body: readonly string[],
  bodyStart: number,
  found: ReadonlySet<number>,
  needed: boolean,
): TextRun[] {
  const hits = [...found]
    .map((place) => place - bodyStart)
    .filter((place) => place >= 0 && place < body.length);
  if (hits.length === 0 && !needed) return [];
  const start = chooseStart(hits, body.length);
  const end = start + EXCERPT_WORDS;
  const runs = buildRuns(body.slice(start, end), bodyStart + start, found);
  if (start > 0) runs.unshift({ text: '… ', marked: false });
  if (end < body.length) runs.push({ text: ' …', marked: false });
  return runs;
}

/** Where an excerpt begins: the first stretch that holds the most words found. */
function chooseStart(hits: readonly number[], length: number): number {
  let best = { start: 0, count: 0 };
  for (const hit of [...hits].sort((a, b) => a - b)) {
    const start = Math.max(0, Math.min(hit - EXCERPT_LEAD_WORDS, length - EXCERPT_WORDS));
    const count = hits.filter((place) => place >= start && place < start + EXCERPT_WORDS).length;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** A word with the punctuation around it. */
const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su;

function buildRuns(
  words: readonly string[],
  offset: number,
  found: ReadonlySet<number>,
): TextRun[] {
  const runs: TextRun[] = [];
  const add = (text: string, marked: boolean): void => {
    const last = runs[runs.length - 1];
    if (text === '') return;
    if (last !== undefined && !last.marked && !marked) last.text += text;
    else runs.push({ text, marked });
  };
  words.forEach((word, index) => {
    const [, before = '', core = '', after = ''] = found.has(offset + index)
      ? (AROUND.exec(word) ?? [])
      : ['', word];
    add((index === 0 ? '' : ' ') + before, false);
    add(core, true);
    add(after, false);
  });
  return runs;
}

/** Words as the index counts them: by white space, a dash or another mark between two spaces with what follows it. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let marks = '';
  for (const token of text.split(/\s+/).filter((part) => part !== '')) {
    if (isWord(token)) words.push(marks + token);
    marks = isWord(token) ? '' : `${marks}${token} `;
  }
  if (marks === '') return words;
  const last = words.pop();
  return [...words, (last === undefined ? '' : `${last} `) + marks.trim()];
}
