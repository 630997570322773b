/** A text with what is selected in it; offsets in UTF-16 code units, as a textarea counts. */
export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** Puts `before` and `after` around the selection; where nothing is selected, `placeholder` stands between and is selected. */
export function wrap(
  { text, start, end }: Selection,
  before: string,
  after: string,
  placeholder: string,
): Selection {
  const inner = text.slice(start, end) || placeholder;
  const at = start + before.length;
  return {
    text: text.slice(0, start) + before + inner + after + text.slice(end),
    start: at,
    end: at + inner.length,
  };
}

/** Begins each line of the selection with `mark`: a quotation, a list; `{n}` in it is the line’s number. */
export function prefixLines(
  { text, start, end }: Selection,
  mark: string,
  placeholder: string,
): Selection {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const lines = (text.slice(from, to) || placeholder).split('\n');
  const marked = lines.map((line, at) => mark.replace('{n}', String(at + 1)) + line).join('\n');
  return {
    text: text.slice(0, from) + marked + text.slice(to),
    start: from,
    end: from + marked.length,
  };
}

/** Puts a block between empty lines where the selection ends; what it `selects` is selected. */
export function insertBlock({ text, end }: Selection, block: string, selects: string): Selection {
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const before = text.slice(0, at).replace(/(?<!\n)\n+$/, '');
  const after = text.slice(at).replace(/^\n+/, '');
  const head = before === '' ? '' : `${before}\n\n`;
  const start = head.length + Math.max(block.indexOf(selects), 0);
  return {
    text: `${head}${block}\n${after === '' ? '' : `\n${after}`}`,
    start,
    end: start + selects.length,
  };
}
