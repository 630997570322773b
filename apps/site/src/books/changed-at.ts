import type { TakenBack } from '@tamizdat/archive';

/**
 * When a list of articles last changed, RFC 3339 in UTC: by what stands in it, or by what was taken back. Nobody says when
 * something was removed, so each adds a second: programs that ask again see that something is another.
 * @param times RFC 3339, one at least.
 */
export function changedAt(times: readonly string[], taken: readonly TakenBack[]): string {
  const dated = taken.flatMap(({ at }) => at ?? []);
  const last = Math.max(...[...times, ...dated].map((time) => Date.parse(time)));
  const undated = taken.length - dated.length;
  return new Date(last + undated * 1000).toISOString();
}
