import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isWithin, listContent } from '@tamizdat/archive';
import {
  ARTICLE_FILE_MAX_BYTES,
  pointAt,
  problemFile,
  splitFrontMatter,
} from '@tamizdat/article-schema';
import { placeFinding, type Problem } from '@tamizdat/problem';
import { inspectBody } from '@tamizdat/body';
import { declinesSpelling } from './declines-spelling.ts';
import { findWords } from './find-words.ts';
import { SUGGESTED_MAX, SUGGESTIONS_TOLD, WORDS_TOLD_MAX } from './limits.ts';
import { type Dictionary, openDictionary, SPELT_LANGUAGES } from './open-dictionary.ts';
import { loadOwnWords, OWN_WORDS_FILE } from './own-words.ts';

/**
 * Words of the named articles, pages and appeals that no dictionary knows, as advice: in the text below the front
 * matter, names left out. Languages without a dictionary are not looked at.
 */
export async function checkSpelling(
  root: string,
  only: readonly string[] | undefined,
): Promise<Problem[]> {
  const own = loadOwnWords(root);
  const paths = listContent(root).paths.filter((name) => isWithin(name, only ?? ['']));
  const found: Problem[] = [];
  const budget = { suggestions: SUGGESTED_MAX };
  for (const language of SPELT_LANGUAGES) {
    const ofLanguage = paths.filter((name) => name.split('/')[1] === language);
    if (ofLanguage.length === 0) continue;
    const dictionary = await openDictionary(language, own);
    if (dictionary === undefined) continue;
    for (const name of ofLanguage)
      found.push(...misspelt(root, name, language, dictionary, budget));
  }
  return found;
}

/** Unknown words for which others may still be looked for. */
interface Budget {
  suggestions: number;
}

function misspelt(
  root: string,
  name: string,
  language: string,
  dictionary: Dictionary,
  budget: Budget,
): Problem[] {
  const text = readText(path.join(root, name));
  const { yaml, body, bodyLine } = splitFrontMatter(text);
  if (declinesSpelling(yaml)) return [];
  const unknown = findWords(inspectBody(body).prose, language).filter(
    ({ word }) => !dictionary.knows(word),
  );
  const file = problemFile({ path: name, root: path.basename(root) });
  return unknown.slice(0, WORDS_TOLD_MAX).map(({ word, offset }) => {
    const meant = budget.suggestions-- > 0 ? dictionary.suggest(word) : [];
    const { line, column } = pointAt(body, offset);
    const span = { line: line + bodyLine - 1, column, length: word.length };
    return placeFinding(unknownWord(word, meant.slice(0, SUGGESTIONS_TOLD)), file, span);
  });
}

function readText(file: string): string {
  const facts = lstatSync(file, { throwIfNoEntry: false });
  const isText = facts?.isFile() === true && facts.size <= ARTICLE_FILE_MAX_BYTES;
  return isText ? readFileSync(file, 'utf8') : '';
}

function unknownWord(word: string, meant: readonly string[]) {
  const own = `content/${OWN_WORDS_FILE}`;
  const quoted = meant.map((each) => `“${each}”`).join(', ');
  const quotedInRussian = meant.map((each) => `«${each}»`).join(', ');
  return {
    code: 'style-spelling',
    severity: 'warning' as const,
    path: [],
    found: word,
    message: `The dictionary does not know “${word}”.`,
    remedy: `${meant.length === 0 ? '' : `Did you mean ${quoted}? `}A word that is right is written into ${own}, on a line of its own.`,
    ru: {
      message: `Словарь не знает слова «${word}».`,
      remedy: `${meant.length === 0 ? '' : `Вы имели в виду ${quotedInRussian}? `}Верное слово запишите в ${own} отдельной строкой.`,
    },
  };
}
