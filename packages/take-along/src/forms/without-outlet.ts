/**
 * Leaves the outlet out of a credit, “Name / Outlet”: the name of who made it stays. For browsers too.
 * @param outlet Its name; where it is only the beginning of another’s, that stays
 */
export function withoutOutlet(text: string, outlet: string): string {
  if (outlet === '') return text;
  return text
    .split(` / ${outlet}`)
    .reduce((done, next) =>
      /^[\p{L}\p{N}]|^ \p{Lu}/u.test(next) ? `${done} / ${outlet}${next}` : done + next,
    );
}
