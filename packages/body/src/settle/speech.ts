import { ASKING, CALLING, COMMAS, SEMICOLONS, SENTENCE_ENDS, STATING } from './sentence-marks.ts';

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
  'reče|upita(?:la|o)?|odgovori(?:la|o)?|ասաց|հարցրեց|պատասխանեց|قالت?|سألت?|أجابت?|گفت|پرسید|אמרה?|שאלה?|ענתה|ענה',
].join('|');
const VERB = `(?:${SAYS})(?![\\p{L}\\p{M}])`;

const DASH = '[-–—]';
/** A question’s end: in Greek a semicolon, in Armenian a mark inside its last word. */
const ASKED = String.raw`(?:[${ASKING}]|\p{Script=Greek};|\u055e\p{L}{1,20}\u0589?)`;
/** Words that go on with what is said or asked: “Why did they come? — and so on.” */
const GOES_ON = String.raw`(?!(?:и|і|й|та|ды|или|або|чи|а|но|and|or|but|und|oder|et|ou|y|o|e|i|lub|a|nebo|și|ve|veya|en|of|och|og)[ \t])`;
/** A question or a call, a dash, a small letter: by what is beside it, a narrator’s. Behind a quotation mark alone a dash explains: “«Прогресс» — завод”. */
const ASKED_NARRATED = new RegExp(
  String.raw`(?:${ASKED}|[${CALLING}])[ \t]+${DASH}[ \t]*${GOES_ON}[\p{Ll}\p{Lo}]`,
  'u',
);
/** How a narrator surely comes in behind what is said. */
const NARRATED = new RegExp(
  [
    // A verb that says so, close behind the dash.
    String.raw`[\p{L}\p{N}»”"${SENTENCE_ENDS}${COMMAS}][ \t]+${DASH}[ \t]*(?:\p{Ll}{1,20}[ \t]+)?${VERB}`,
    // Between two dashes, of which the second goes on with what is said: “Нет. - Он встал. - Хватит.”
    String.raw`[${SENTENCE_ENDS}][ \t]+${DASH}[ \t]*\p{L}[^\r\n]{1,200}?[${SENTENCE_ENDS}${COMMAS}][ \t]+${DASH}[ \t]*\p{L}`,
    // Close to its words, as Spanish sets it: “No lo sé -dijo Ana-. Pregunte.”
    String.raw`[ \t]${DASH}${VERB}[^\r\n]{1,200}?\p{L}${DASH}(?=[;:${SENTENCE_ENDS}${COMMAS}]|[ \t]|$)`,
  ].join('|'),
  'u',
);
/** A comma or what asks, a dash, a small letter: speech, or an item with a part of its own. */
const PERHAPS_NARRATED = new RegExp(
  String.raw`(?:${ASKED}|[${CALLING}${COMMAS}])[ \t]+${DASH}[ \t]*[\p{Ll}\p{Lo}]`,
  'u',
);
/** The same as French sets it: without a dash, behind a mark that has a space before it, or a comma and a verb. */
const NARRATED_BARE =
  /[ \u00a0\u202f][?!][ \u00a0]\p{Ll}|, (?:dit|répond(?:it)?|demand|cria|ajout|murmur|s[’']écri)\p{Ll}*[ .-]/u;

const ASKS = new RegExp(`${ASKED}$`, 'u');
const SAYS_OR_CALLS = new RegExp(`[${STATING}${CALLING}]["»”]?$`, 'u');
/** As the item of a list ends before another one. */
const ITEM_END = new RegExp(String.raw`(?:(?<!\p{Script=Greek});|[${SEMICOLONS}${COMMAS}])$`, 'u');

const isQuoted = (text: string): boolean => /^[*_[(]*["'«»„“”‘’‚‹›「『]/u.test(text);
const asks = (text: string): boolean => ASKS.test(text);

/** Whether what a line begins with a hyphen for is surely speech. */
export const isNarrated = (text: string): boolean =>
  NARRATED.test(text) || ASKED_NARRATED.test(text);

/**
 * Whether items are surely replies: not where they end as a list’s do; one that a quotation mark begins says nothing
 * about it, nor does a question among questions.
 */
export function areReplies(texts: readonly string[]): boolean {
  if (texts.some((text) => ITEM_END.test(text))) return false;
  return texts.some((text, at) => {
    if (isQuoted(text)) return false;
    if (NARRATED.test(text)) return true;
    const others = texts.filter((_, index) => index !== at);
    return ASKED_NARRATED.test(text) && !(others.length > 0 && others.every(asks));
  });
}

/**
 * Items that may be speech: narrated, or a question and its answer, which may end in any way, in this order or as a
 * reply that asks back: what a question follows is a sentence.
 */
export function repliesAmong(texts: readonly string[]): number[] {
  if (texts.some((text) => PERHAPS_NARRATED.test(text))) return [...texts.keys()];
  if (texts.some((text) => NARRATED_BARE.test(text))) return [...texts.keys()];
  const first = texts.findIndex((text, at) => {
    const next = texts[at + 1];
    return (
      next !== undefined && asks(text) !== asks(next) && (asks(text) || SAYS_OR_CALLS.test(text))
    );
  });
  return first === -1 ? [] : [first, first + 1];
}

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
