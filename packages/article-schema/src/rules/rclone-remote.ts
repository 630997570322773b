/**
 * `name:path` of a remote that rclone's own configuration knows (rclone.org/docs, “Valid remote names”). Its other
 * forms, `:backend:path` and `name,option=value:path`, put settings into the text, passwords among them.
 */
const REMOTE = /^[\p{L}\p{N}_.+@][\p{L}\p{N}_.+@ -]*:(?!\/\/)[^\p{Cc}]*$/u;

/** Whether a text names a remote and a place in it, without settings, and without steps out of it. */
export const isRemote = (text: string): boolean => REMOTE.test(text) && !hasSteps(text);

/**
 * Whether rclone would take a text for a place behind one of its backends: a colon stands before the first slash, or
 * settings do. A drive's letter is none.
 */
export const looksRemote = (text: string): boolean =>
  !/^[A-Za-z]:[/\\]/.test(text) && /^(?:[^/\\]*:|[^/\\,]*,[^/\\]*=)/.test(text);

/** Whether a path leads out of where it begins. */
export const hasSteps = (text: string): boolean => text.split(/[/\\:]/).includes('..');
