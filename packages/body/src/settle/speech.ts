/** Verbs by which narrators say that somebody speaks, by how they begin, in the languages that set speech with a dash. */
const SAYS =
  '(?:сказа|отве[тч]|спроси|спраши|произн|воскли|крикну|крича|шепн|прошеп|добави|говор|запит|відпов|каже|каза|спыта|адказ|кажа|' +
  'powiedzia|zapyta|spyta|odpowied|odpar|rzek|rzuci|doda|mówi|krzykn|szep|dij|dec[íi]a|pregunt|respond|contest|exclam|grit|añad|susurr|murmur|' +
  "diss|diz|pergunt|acrescent|sussurr|chies|rispos|aggiun|grid|dit|demand|répond|s’écri|s'écri|ajout|cri|řek|zept|odpov|poved|spýt|" +
  'spus|zis|întreb|răspun|de(?:di|r)|diye|sor|sagt|frag|antwort|said|say|ask|repl|answer|sa(?:de)?|svar|κατ|είπ|ρώτ|απάντ|рече|каза|пита|' +
  'reče|kaza|upita|odgovor|mond|kérdez|felel)';

const DASH = '[-–—]';
/** How a narrator comes in behind what is said. */
const NARRATED = new RegExp(
  [
    // A mark of the sentence, a dash, a small letter. Behind a quotation mark alone a dash explains: “«Прогресс» — завод”.
    String.raw`[,?!…][ \t]+${DASH}[ \t]*[\p{Ll}\p{Lo}]`,
    // A verb that says so, whatever stands before the dash.
    String.raw`[\p{L}\p{N}.,?!…»”"][ \t]+${DASH}[ \t]*${SAYS}\p{Ll}*`,
    // Between two dashes, of which the second goes on with what is said: “Нет. - Он встал. - Хватит.”
    String.raw`[.!?…][ \t]+${DASH}[ \t]*\p{L}[^\r\n]{1,200}?[.!?…,][ \t]+${DASH}[ \t]*\p{L}`,
    // Close to its words, as Spanish sets it: “No lo sé -dijo Ana-. Pregunte.”
    String.raw`[ \t]${DASH}\p{Ll}[^\r\n]{1,200}?\p{L}${DASH}(?=[.,;:?!…]|[ \t]|$)`,
  ].join('|'),
  'u',
);
/** The same as French sets it: without a dash, behind a mark that has a space before it, or a comma and a verb. */
const NARRATED_BARE =
  /[ \u00a0\u202f][?!][ \u00a0]\p{Ll}|, (?:dit|répond(?:it)?|demand|cria|ajout|murmur|s[’']écri)\p{Ll}*[ .-]/u;

/** Whether what a line begins with a hyphen for is surely speech. */
export const isNarrated = (text: string): boolean => NARRATED.test(text);

/** Items that may be a question and its answer, in this order or as a reply that asks back. */
export function repliesAmong(texts: readonly string[]): number[] {
  if (texts.some((text) => NARRATED_BARE.test(text))) return [...texts.keys()];
  const asks = texts.findIndex((text, at) => {
    const next = texts[at + 1];
    return next !== undefined && text.endsWith('?') !== next.endsWith('?') && isReply(text, next);
  });
  return asks === -1 ? [] : [asks, asks + 1];
}

/** What answers a question may end in any way; what a question follows is a sentence. */
const isReply = (text: string, next: string): boolean =>
  text.endsWith('?') || (/[.!…]["»”]?$/.test(text) && next.endsWith('?'));

/**
 * Speech with dashes for its hyphens, without the first one: as close to their words as they were. `isClose`: the first
 * one was; it stays so where the others are.
 */
export function dashed(text: string, isClose = false): string {
  const isSpaced = isClose
    ? / -{1,3} /.test(text) || !/^[¿¡]| -\p{Ll}/u.test(text)
    : !/ -\p{Ll}/u.test(text);
  const words = text
    .replaceAll(/([ \t])-{1,3}(?=[ \t]*\p{L})/gu, '$1—')
    .replaceAll(isSpaced ? /(?<=\p{L})-(?=[.,;:?!…])/gu : /(?<=\p{L})-(?=[.,;:?!…\s])/gu, '—');
  return `—${isSpaced ? ' ' : ''}${words}`;
}
