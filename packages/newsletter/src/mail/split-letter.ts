import path from 'node:path';
import { fillSet, wrapText } from '@tamizdat/render';
import type { Letter, LetterItem } from '../letter.ts';
import { LETTER_ENCODED_MAX, LETTER_MAILS_MAX, MAIL_MAX } from '../limits.ts';
import { HeavyLetterError } from './heavy-letter-error.ts';
import { type LetterWeight, weighLetter } from './weigh-letter.ts';

export interface SplitOptions {
  /** Whether a text that is too long for a letter goes along as a file. */
  attach: boolean;
  /** Mails of this issue that are out already: the next ones are counted on from them. */
  before?: number;
}

/**
 * Parts a letter with whole articles into as many as mail programs do not cut, in its order; no article is parted. One
 * that is too long by itself stands with its blurb and address, and its text is a file of the mail: no program cuts
 * files, and half of a text in each of two mails is lost with either. A letter of links stays one.
 *
 * @throws HeavyLetterError where an article or the issue is more than servers take
 */
export async function splitLetter(
  letter: Letter,
  { attach, before = 0 }: SplitOptions,
): Promise<Letter[]> {
  if (!letter.items.some(({ whole }) => whole !== undefined)) return [letter];
  const mails: LetterItem[][] = [];
  for (const item of letter.items) {
    const light = await lightEnough(letter, item, attach);
    const last = mails.at(-1);
    if (last && fits(await weighItems(letter, [...last, light]))) last.push(light);
    else mails.push([light]);
  }
  const count = before + mails.length;
  if (count > LETTER_MAILS_MAX)
    throw new HeavyLetterError({ what: 'mails', weight: count, most: LETTER_MAILS_MAX });
  return mails.map((items, index) => numbered({ ...letter, items }, before + index + 1, count));
}

const fits = ({ html, mail }: LetterWeight): boolean =>
  html <= LETTER_ENCODED_MAX && mail <= MAIL_MAX;

/** With the longest number that a mail can have. */
const weighItems = (letter: Letter, items: readonly LetterItem[]): Promise<LetterWeight> =>
  weighLetter(numbered({ ...letter, items }, LETTER_MAILS_MAX, LETTER_MAILS_MAX));

function numbered(letter: Letter, number: number, count: number): Letter {
  if (count === 1) return letter;
  const { words, lang, title } = letter;
  const part = fillSet(words.part, { number: `${number}`, count: `${count}` }, lang);
  return { ...letter, title: `${title} (${part})`, part };
}

async function lightEnough(letter: Letter, item: LetterItem, attach: boolean): Promise<LetterItem> {
  const weight = await weighItems(letter, [item]);
  const light = weight.html <= LETTER_ENCODED_MAX ? item : abridge(letter, item, attach);
  const { mail } = light === item ? weight : await weighItems(letter, [light]);
  if (mail > MAIL_MAX)
    throw new HeavyLetterError({
      what: 'article',
      title: item.title,
      weight: mail,
      most: MAIL_MAX,
    });
  return light;
}

/** Its blurb and address, with the text as a file. */
function abridge(
  { words, lang, asOf }: Letter,
  { whole, ...rest }: LetterItem,
  attach: boolean,
): LetterItem {
  if (!attach || whole === undefined) return rest;
  const name = `${path.posix.basename(new URL(rest.url).pathname, '.html')}.txt`;
  const parts = [
    rest.title,
    whole.text,
    ...(asOf === undefined ? [] : [wrapText(asOf).join('\n')]),
  ];
  const text = `${[...parts, [rest.url, ...whole.elsewhere].join('\n')].join('\n\n')}\n`;
  const note = fillSet(words.tooLong, { file: name }, lang);
  return { ...rest, attached: { name, text, note } };
}
