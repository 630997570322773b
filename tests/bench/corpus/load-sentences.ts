import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './prose.ts';

/** What is set apart from the text in Markdown: headings, quotes, lists, tables, pictures, directives, HTML, notes. */
const NOT_PROSE = /^\s*(?:[#>|:!<[-]|\d)/;
/** What Markdown could take for more than letters. */
const MARKS = /\[\^[^\]]*\]|\]\([^)]*\)|[*_`{}[\]<>$~]/g;

/** The sentences of the articles in a content folder, at least five words each, without their Markdown. */
export function loadSentences(content: string): Record<Language, string[]> {
  const sentencesOf = (language: Language): string[] =>
    globSync(`articles/${language}/**/index.md`, { cwd: content })
      .sort()
      .flatMap((file) => {
        const text = readFileSync(join(content, file), 'utf8').split(/^---$/m).slice(2).join('---');
        return text
          .split(/\n\n+/)
          .filter((block) => !NOT_PROSE.test(block))
          .flatMap((block) =>
            block
              .replace(MARKS, '')
              .replace(/\s+/g, ' ')
              .split(/(?<=[.!?]) /),
          );
      })
      .filter((sentence) => sentence.split(' ').length > 4);
  return { en: sentencesOf('en'), ru: sentencesOf('ru') };
}
