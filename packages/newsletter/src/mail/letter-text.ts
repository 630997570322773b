import { wrapText } from '@tamizdat/render';
import type { Letter, LetterItem } from '../letter.ts';

/** A letter as plain text: for programs that show no HTML, and for people who want none. Addresses stand on their own lines. */
export function buildLetterText(letter: Letter): string {
  const { outlet, name, days, items, leave, lang, words } = letter;
  return [
    `${outlet.name} · ${name}`,
    days,
    ...items.flatMap((item) => itemLines(item, lang)),
    '',
    '-- ',
    ...wrapText(words.why),
    `${words.leave}: ${leave}`,
    '',
  ].join('\n');
}

const itemLines = ({ kicker, title, blurb, url }: LetterItem, lang: string): string[] => [
  '',
  ...(kicker ? [kicker] : []),
  ...wrapText(title.toLocaleUpperCase(lang)),
  ...wrapText(blurb),
  url,
];
