/**
 * Replaces what stands between two signs. Linear in the text: what has no end stays.
 * @param change Is told in which line it stood, from 1.
 */
export function replaceTags(
  text: string,
  open: string,
  close: string,
  change: (inner: string, line: number) => string,
): string {
  let made = '';
  let from = 0;
  let line = 1;
  for (;;) {
    const at = text.indexOf(open, from);
    const end = at === -1 ? -1 : text.indexOf(close, at + open.length);
    if (end === -1) return made + text.slice(from);
    const before = text.slice(from, at);
    line += linesIn(before);
    const inner = text.slice(at + open.length, end);
    made += before + change(inner, line);
    line += linesIn(inner);
    from = end + close.length;
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The line ends of a text that goes: what follows stays in its line. */
export const lineEnds = (text: string): string => '\n'.repeat(linesIn(text));
