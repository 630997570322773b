/** Files that a pull request may change: the largest live blog of a day with all its pictures has some hundred. */
export const CHANGED_FILES_MAX = 1_000;
/** Bytes of all files that a pull request brings: twenty photographs of a camera. They stay in the history forever. */
export const CHANGED_BYTES_MAX = 200_000_000;
/**
 * Bytes of all texts and records that a pull request brings: some fifty long articles. Of one and a half million a check
 * may need more than ten seconds and 500 MB, where every line of them is at fault.
 */
export const CHANGED_TEXT_BYTES_MAX = 1_000_000;
/** Files that are told of one by one for one and the same reason; the rest is counted. */
export const TOLD_MAX = 20;
/** Bytes of what git says of an object before its content: its name (64 digits at most), its type and its size. */
export const OBJECT_ANSWER_BYTES = 128;
/** Bytes of objects that are held at once: some hundred articles. A single larger one is held alone. */
export const OBJECTS_AT_ONCE_BYTES = 8_000_000;
