/**
 * Characters of a line of plain text: fits a sheet of paper and a quotation mark of a mail before it (RFC 3676, 4.2: no
 * more than 78).
 */
export const TEXT_LINE = 72;

/** Breaks a text at spaces into lines; a longer word keeps its line. Non-breaking spaces do not break. */
export function wrapText(text: string): string[] {
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
