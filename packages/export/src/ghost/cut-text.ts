/** A text of at most so many UTF-16 code units, cut after a word where it is longer. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const short = text.slice(0, max - 1).toWellFormed();
  return `${short.replace(/\s+\S*$/u, '').replace(/\uFFFD$/, '')}…`;
}
