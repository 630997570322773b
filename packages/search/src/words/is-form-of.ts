/**
 * Endings of declension and conjugation, by which two words with one beginning are forms of one. Snowball's Russian
 * stemmer takes the end of some stems for an ending («зеркала» as if it were a verb) and gives other forms another stem.
 */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  ru: /^(?:[аяоеиыуюьй]|[оеая]м|[оеиы]й|[ое]ю|[аоуюя]я|[ыио]е|[аяиы]х|[иы]м|[аяиы]?ми|[ое]в|[ео]го|[ео]му|ую|юю|ью)?$/,
};
/** Letters that two forms must have in common: fewer say nothing. */
const COMMON_MIN = 4;

/**
 * Whether a word of a text answers one of a query: it begins with it, or differs from it in the ending alone.
 * @param language BCP 47; of languages without a table the beginning alone counts
 * @param commonMin Letters that both must have in common
 */
export function isFormOf(
  word: string,
  asked: string,
  language: string,
  commonMin = COMMON_MIN,
): boolean {
  if (word.startsWith(asked)) return true;
  const endings = ENDINGS[language.split('-', 1)[0]?.toLowerCase() ?? ''];
  if (endings === undefined) return false;
  const longest = Math.min(word.length, asked.length);
  for (let common = commonMin; common <= longest; common++)
    if (
      word.slice(0, common) === asked.slice(0, common) &&
      endings.test(word.slice(common)) &&
      endings.test(asked.slice(common))
    )
      return true;
  return false;
}
