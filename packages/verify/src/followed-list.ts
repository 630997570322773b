import type { Mirror, MirrorList } from './release-file.ts';

/** The list of mirrors that is in use (SPEC 9.15). Plain JSON, to be kept beside what a verifier remembers. */
export interface FollowedList {
  /** The number of the list in use. */
  number: number;
  mirrors: Mirror[];
  /** The number of a newer list that is held, because it lost too many mirrors; 0 for none. */
  held: number;
}

/**
 * Gives the list of mirrors to use from now on (SPEC 9.15): one that came empty, or with fewer than half of the mirrors,
 * waits for a newer one that says so again. Pure; what was given is not changed.
 * @param former What is in use; undefined at first.
 * @param list A verified list (SPEC 9.11); undefined where none was at hand.
 * @param isReplaced Whether the outlet's keys were replaced since, so that the numbers began again (SPEC 9.6).
 */
export function followMirrors(
  former: FollowedList | undefined,
  list: MirrorList | undefined,
  isReplaced = false,
): FollowedList | undefined {
  if (list === undefined) return former;
  const taken = { number: list.number, mirrors: list.mirrors, held: 0 };
  if (former === undefined || isReplaced) return taken;
  if (list.number <= former.number) return former;
  if (!isShrunken(former.mirrors.length, list.mirrors.length)) return taken;
  if (former.held === 0) return { ...former, held: list.number };
  return list.number > former.held ? taken : former;
}

/** Whether a list lost so many mirrors that it may be a slip, or somebody's who wants readers to have none. */
export const isShrunken = (before: number, after: number): boolean =>
  (after === 0 && before > 0) || after * 2 < before;
