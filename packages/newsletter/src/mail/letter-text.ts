import type { Letter, LetterItem } from '../letter.ts';
import { TEXT_LINE } from '../limits.ts';

/** A letter as plain text: for programs that show no HTML, and for people who want none. Addresses stand on their own lines. */
export function buildLetterText(letter: Letter): string {
  const { outlet, name, days, items, leave, lang, words } = letter;
  return [
    `${outlet.name} · ${name}`,
    days,
    ...items.flatMap((item) => itemLines(item, lang)),
    '',
    '-- ',
    ...wrap(words.why),
    `${words.leave}: ${leave}`,
    '',
  ].join('\n');
}

const itemLines = ({ kicker, title, blurb, url }: LetterItem, lang: string): string[] => [
  '',
  ...(kicker ? [kicker] : []),
  ...wrap(title.toLocaleUpperCase(lang)),
  ...wrap(blurb),
  url,
];

/** Breaks a text at spaces; a longer word keeps its line. Non-breaking spaces do not break. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > TEXT_LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
