/** The parts of a Markdown file; joined they are the file. */
export interface EntryParts {
  /** Up to and with the first `---` line. */
  open: string;
  yaml: string;
  /** The second `---` line. */
  close: string;
  /** White space between the front matter and the text. */
  gap: string;
  body: string;
}

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;

/** Parts a Markdown file with YAML front matter; undefined where it has none. */
export function splitEntry(text: string): EntryParts | undefined {
  const match = FRONT_MATTER.exec(text);
  if (match?.index !== 0) return undefined;
  const [whole, open = '', yaml = '', close = ''] = match;
  const rest = text.slice(whole.length);
  const gap = /^(?:[ \t]*\r?\n)*/.exec(rest)?.[0] ?? '';
  return { open, yaml, close, gap, body: rest.slice(gap.length) };
}
