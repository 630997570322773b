import type { RoomWords } from '../../words/words.ts';

/** Words that the buttons over a text write for their writer to replace, and that still stand in it. Pure. */
export function placeholdersIn(text: string, words: RoomWords['room']['text']): string[] {
  const { pictureAlt, pictureTitle, linkText } = words;
  const marks = {
    [pictureAlt]: `![${pictureAlt}]`,
    [pictureTitle]: `"${pictureTitle}"`,
    [linkText]: `[${linkText}]`,
  };
  return Object.entries(marks).flatMap(([shown, mark]) => (text.includes(mark) ? [shown] : []));
}
