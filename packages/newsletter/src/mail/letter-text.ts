import { wrapText } from '@tamizdat/render';
import type { Letter, LetterItem, WholeArticle } from '../letter.ts';

/** A letter as plain text: for programs that show no HTML, and for people who want none. Addresses stand on their own lines. */
export function buildLetterText(letter: Letter): string {
  const { outlet, name, days, part, intro, items, leave, words } = letter;
  return [
    `${outlet.name} · ${name}`,
    [days, part].filter(Boolean).join(' · '),
    ...(intro === undefined ? [] : ['', ...wrapText(intro)]),
    ...items.flatMap((item) => itemLines(item, letter)),
    '',
    '-- ',
    ...(letter.asOf === undefined ? [] : [...wrapText(letter.asOf), '']),
    ...checkLines(letter),
    ...wrapText(words.why),
    `${words.leave}: ${leave}`,
    '',
  ].join('\n');
}

function itemLines(item: LetterItem, { lang, words }: Letter): string[] {
  const { kicker, title, blurb, url, whole, attached } = item;
  return [
    '',
    ...(kicker ? [kicker] : []),
    ...wrapText(title.toLocaleUpperCase(whole?.lang ?? lang)),
    ...(whole ? ['', ...whole.text.split('\n'), ''] : wrapText(blurb)),
    ...(attached ? wrapText(attached.note) : []),
    url,
    ...(whole ? elsewhereLines(whole, words.alsoAt) : []),
  ];
}

const elsewhereLines = ({ elsewhere }: WholeArticle, alsoAt: string): string[] =>
  elsewhere.length === 0 ? [''] : [`${alsoAt}:`, ...elsewhere, ''];

function checkLines({ check, notices = [] }: Letter): string[] {
  const told = notices.flatMap(({ place, text }) => [...wrapText(`${place} ${text}`), '']);
  if (check === undefined) return told;
  const { title, url, label, fingerprint } = check;
  return [`${title}:`, url, `${label}:`, ...wrapText(fingerprint), '', ...told];
}
