/** Verbs by which narrators say that somebody speaks, whole, in the languages that set speech with a dash. */
const SAYS = [
  '(?:с|про|под)?казал[аи]?|ответил[аи]?|отвеча[ею]т|спросил[аи]?|спрашива[ею]т|произн[её]с(?:л[аи])?|воскликнул[аи]?|крикнул[аи]?',
  'закричал[аи]?|кричит|прошептал[аи]?|шепнул[аи]?|добавил[аи]?|говор(?:ит|ят|ил[аи]?)|возразил[аи]?|переспросил[аи]?|вздохнул[аи]?',
  'сказа[вў]|сказал[аиі]|каже|кажа|(?:за|с)пита(?:в|ла|ли)|відпові(?:в|ла|ли|дає)|дода(?:в|ла|ли)|адказа(?:ў|ла|лі)|спыта(?:ў|ла|лі)',
  'powiedział[aoy]?|powiedzieli|(?:za|s)pytał[aoy]?|odpowiedział[aoy]?|odparł[aoy]?|rzekł[aoy]?|rzucił[aoy]?|dodał[aoy]?|mówi|krzyknął|krzyknęła|szepnął|szepnęła',
  'dijo|dice|preguntó|respondió|contestó|exclamó|gritó|añadió|susurró|murmuró',
  'disse|diz|perguntou|respondeu|exclamou|gritou|acrescentou|sussurrou|murmurou|chiese|rispose|esclamò|gridò|aggiunse|sussurrò|mormorò',
  "dit|demand[ea]|répond(?:it)?|s[’']écria|ajouta|cria|murmura|sagte|fragte|antwortete|rief|said|says|asked|replied|answered",
  'řekl[ao]?|(?:ze)?ptala?|zeptala?|odpověděla?|dodala?|křikla?|povedala?|odpovedala?|spýtala?|spuse|zise|întrebă|răspunse',
  'dedi|diye|sordu|mondta|kérdezte|felelte|sade|svarade|sagde|svarede|είπε|ρώτησε|απάντησε|каза|попита|отговори|рече|упита|одговори',
  'reče|upita(?:la|o)?|odgovori(?:la|o)?',
].join('|');
const VERB = `(?:${SAYS})(?![\\p{L}\\p{M}])`;

const DASH = '[-–—]';
/** How a narrator surely comes in behind what is said. */
const NARRATED = new RegExp(
  [
    // A question or a call, a dash, a small letter. Behind a quotation mark alone a dash explains: “«Прогресс» — завод”.
    String.raw`[?!…][ \t]+${DASH}[ \t]*[\p{Ll}\p{Lo}]`,
    // A verb that says so, close behind the dash.
    String.raw`[\p{L}\p{N}.,?!…»”"][ \t]+${DASH}[ \t]*(?:\p{Ll}{1,20}[ \t]+)?${VERB}`,
    // Between two dashes, of which the second goes on with what is said: “Нет. - Он встал. - Хватит.”
    String.raw`[.!?…][ \t]+${DASH}[ \t]*\p{L}[^\r\n]{1,200}?[.!?…,][ \t]+${DASH}[ \t]*\p{L}`,
    // Close to its words, as Spanish sets it: “No lo sé -dijo Ana-. Pregunte.”
    String.raw`[ \t]${DASH}${VERB}[^\r\n]{1,200}?\p{L}${DASH}(?=[.,;:?!…]|[ \t]|$)`,
  ].join('|'),
  'u',
);
/** A comma, a dash, a small letter: speech, or an item with a part of its own. */
const PERHAPS_NARRATED = new RegExp(String.raw`,[ \t]+${DASH}[ \t]*[\p{Ll}\p{Lo}]`, 'u');
/** The same as French sets it: without a dash, behind a mark that has a space before it, or a comma and a verb. */
const NARRATED_BARE =
  /[ \u00a0\u202f][?!][ \u00a0]\p{Ll}|, (?:dit|répond(?:it)?|demand|cria|ajout|murmur|s[’']écri)\p{Ll}*[ .-]/u;

/** Whether what a line begins with a hyphen for is surely speech. */
export const isNarrated = (text: string): boolean => NARRATED.test(text);

/** Items that may be speech: narrated, or a question and its answer, in this order or as a reply that asks back. */
export function repliesAmong(texts: readonly string[]): number[] {
  if (texts.some((text) => PERHAPS_NARRATED.test(text))) return [...texts.keys()];
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
