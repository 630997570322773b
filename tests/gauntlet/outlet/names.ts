/** Names of the hosts of a run; none of them exists (RFC 6761). */
export const ORIGIN = 'window.test';

/** Announced mirrors, in the list's order. The usual list names the first four. */
export const MIRRORS = Array.from({ length: 10 }, (_, place) => `m${place + 1}.test`);
export const USUAL_MIRRORS = 4;

/** The mirror that only the newest list names. */
export const MOVED = 'moved.test';

/** A genuine copy that no list names. */
export const UNLISTED = 'unlisted.test';

/** Where a censor's redirect leads. */
export const BLOCKER = 'blocker.test';

export const ALL_NAMES: readonly string[] = [ORIGIN, ...MIRRORS, MOVED, UNLISTED, BLOCKER];

export const baseOf = (name: string): string => `https://${name}/`;

/** Name of the host of a base address. */
export const nameOf = (base: string): string => new URL(base).hostname;
