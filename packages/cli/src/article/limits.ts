/** Characters in a line of plain text: fits a sheet of paper, and a quotation mark of a mail before it. */
export const TEXT_LINE = 72;
