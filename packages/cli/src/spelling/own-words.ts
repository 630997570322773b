import path from 'node:path';
import { readPlain } from '@tamizdat/files';
import { OWN_WORDS_MAX_BYTES } from './limits.ts';

/** A word that the outlet writes, and one that it is inflected like. */
export interface OwnWord {
  word: string;
  like?: string;
}

/** Where an outlet’s own words stand in its content folder. */
export const OWN_WORDS_FILE = 'spelling.txt';

const LINE = /^([\p{L}\p{M}’'-]+)(?:\s*:\s*([\p{L}\p{M}’'-]+))?\s*(?:#.*)?$/u;

/** Reads words, one a line: `замглава`, or `Тиглинск: Минск` where it is inflected like that. `#` begins a comment. */
export function parseOwnWords(text: string): OwnWord[] {
  return text
    .normalize('NFC')
    .split(/\r?\n/)
    .flatMap((line): OwnWord[] => {
      const [, word, like] = LINE.exec(line.trim()) ?? [];
      if (word === undefined) return [];
      return [like === undefined ? { word } : { word, like }];
    });
}

/** The outlet’s own words; none where it has no such file, or something else in its place. */
export function loadOwnWords(root: string): OwnWord[] {
  try {
    const bytes = readPlain(path.join(root, OWN_WORDS_FILE), OWN_WORDS_MAX_BYTES);
    return parseOwnWords(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
}
