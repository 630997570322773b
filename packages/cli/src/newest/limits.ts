/** Milliseconds without a byte after which a mirror is not asked further for the newest head: others know it too. */
export const MIRROR_IDLE_MS = 5_000;

/** Milliseconds that one answer may take: a release is not to wait for a mirror that is blocked from here. */
export const MIRROR_ANSWER_MS = 10_000;
