import { FOLDED_KEPT, FOLDED_LONGEST } from '../limits.ts';
import { foldRuns, isWord } from './fold-word.ts';
import { isSpaced } from './is-spaced.ts';

/** What words were folded to, by language: a text repeats most of them. */
const known = new Map<string, Map<string, string>>();

/**
 * A text as it is indexed: its words folded, each where it stands, without what is between them, so that a phrase
 * is found across a dash. The runs of a word are parted by a hyphen: Pagefind then finds them together and alone.
 * @param language BCP 47
 */
export function foldText(text: string, language: string): string {
  if (!isSpaced(language)) return text;
  const folded = known.get(language) ?? new Map<string, string>();
  known.set(language, folded);
  const fold = (token: string): string => {
    const kept = folded.get(token);
    if (kept !== undefined) return kept;
    const runs = foldRuns(token, language).join('-') || token;
    if (token.length > FOLDED_LONGEST) return runs;
    // To begin anew costs less than to know which word was asked for last.
    if (folded.size >= FOLDED_KEPT) folded.clear();
    folded.set(token, runs);
    return runs;
  };
  return text.split(/\s+/).filter(isWord).map(fold).join(' ');
}
