/** What a name may stand in, in texts and in HTML: Russian and many other languages set one in quotation marks. */
const QUOTES = '|«»|“”|„“|„”|""|‘’|‹›|&quot;&quot;|&#34;&#34;'
  .split('|')
  .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)] as const);

/**
 * Leaves the outlet out of a credit, “Name / Outlet” or “Name / «Outlet»”: the name of who made it stays. For browsers too.
 * @param outlet Its name; where it is only the beginning of another’s, that stays
 */
export function withoutOutlet(text: string, outlet: string): string {
  if (outlet === '') return text;
  return QUOTES.reduce((left, [open, close]) => leaveOut(left, open + outlet + close), text);
}

function leaveOut(text: string, outlet: string): string {
  // Texts that were set have spaces that do not break: as long as others.
  const plain = text.replace(/\s/gu, ' ');
  const credit = ` / ${outlet.replace(/\s/gu, ' ')}`;
  let left = '';
  let done = 0;
  for (let at = plain.indexOf(credit); at !== -1; at = plain.indexOf(credit, at + 1)) {
    const end = at + credit.length;
    if (/^[\p{L}\p{N}]|^ \p{Lu}/u.test(plain.slice(end, end + 3))) continue;
    left += text.slice(done, at);
    done = end;
  }
  return left + text.slice(done);
}
