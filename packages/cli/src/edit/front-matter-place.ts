import { splitFrontMatter } from '@tamizdat/article-schema';

/** Where the YAML of a Markdown file stands in it, offsets in UTF-16 code units of the file as it is. */
export interface FrontMatterPlace {
  start: number;
  /** The beginning of the closing `---` line. */
  end: number;
  /** The line end that the file uses. */
  newline: '\n' | '\r\n';
}

/** Finds the front matter without changing line ends or a byte order mark; undefined where there is none. */
export function frontMatterPlace(text: string): FrontMatterPlace | undefined {
  const { missing, yamlLine, bodyLine } = splitFrontMatter(text);
  if (missing !== undefined) return undefined;
  return {
    start: lineStart(text, yamlLine),
    end: lineStart(text, bodyLine - 1),
    newline: text.slice(0, lineStart(text, yamlLine)).endsWith('\r\n') ? '\r\n' : '\n',
  };
}

/** The offset at which a line (1-based) begins. */
function lineStart(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = text.indexOf('\n', start) + 1;
  return start;
}
