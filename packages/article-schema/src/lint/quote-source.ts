import { shorten } from '../characters/count.ts';
import { pointAt } from './prose.ts';
import type { LintNote, LintRule, LintText } from './rule.ts';
import { SPEECH_WORDS } from './speech-words.ts';

/** Quoted words that are a sentence: fewer are mostly a name or a turn of phrase. */
const WORDS_MIN = 8;
/** UTF-16 code units of a quotation that is looked at. */
const QUOTE_MAX = 1_000;

const QUOTED = new RegExp(String.raw`[«“„"](\p{Lu}[^«»“”„"\n]{30,${QUOTE_MAX}}?)[»”“"]`, 'gu');

/** A paragraph with its offset. */
interface Paragraph {
  text: string;
  start: number;
}

/** In news, every quotation says whose words these are: near it stands who said it, or a link or a footnote to it. */
export const quoteSource: LintRule = {
  why: {
    en: 'Readers cannot tell words that somebody said from words that somebody made up.',
    ru: 'Читатель не отличит слова, которые кто-то сказал, от слов, которые кто-то придумал.',
  },
  check: (text) => {
    const speech = SPEECH_WORDS[text.lang?.split('-')[0] ?? ''];
    if (text.kind !== 'news' || speech === undefined) return [];
    const paragraphs = paragraphsOf(text.markdown);
    return paragraphs.flatMap((paragraph, index) => {
      const near = paragraphs
        .slice(Math.max(0, index - 1), index + 2)
        .map(({ text: each }) => each);
      return near.some((each) => isAttributed(each, speech)) ? [] : notesOf(paragraph, text);
    });
  },
};

/** Paragraphs of the text; code is none of them. */
function paragraphsOf(markdown: string): Paragraph[] {
  let start = 0;
  return markdown.split('\n\n').flatMap((text) => {
    const paragraph = { text, start };
    start += text.length + 2;
    return text.trim() === '' || /^(?:```|~~~| {4}|\t|#|\||<)/.test(text) ? [] : [paragraph];
  });
}

/** Whether a paragraph says who speaks, or leads to where it can be read. */
const isAttributed = (text: string, speech: RegExp): boolean =>
  speech.test(text) || /\]\(|\[\^|<cite|:\s*$|(?:^|\n)>?[^\S\n]*[—–-]\s*\p{Lu}/u.test(text);

function notesOf({ text, start }: Paragraph, { markdown }: LintText): LintNote[] {
  if (/^ {0,3}>/.test(text)) return [noteOf(text.replaceAll(/^ {0,3}> ?/gm, ''), start, markdown)];
  return [...text.matchAll(QUOTED)]
    .filter(({ 1: quoted = '' }) => quoted.split(/\s+/).length >= WORDS_MIN)
    .map(({ 1: quoted = '', index }) => noteOf(quoted, start + index, markdown));
}

function noteOf(quoted: string, offset: number, markdown: string): LintNote {
  return {
    at: pointAt(markdown, offset),
    found: shorten(quoted.trim()),
    message: `Nothing near it says whose words these are: “${shorten(quoted.trim(), 40)}”.`,
    remedy: 'Say who said it and where, or link to where it can be read.',
    ru: {
      message: `Рядом не сказано, чьи это слова: «${shorten(quoted.trim(), 40)}».`,
      remedy: 'Скажите, кто и где это сказал, или сошлитесь на место, где это можно прочесть.',
    },
  };
}
