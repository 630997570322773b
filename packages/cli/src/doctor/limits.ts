/** Days before a root, or what targets and snapshot sign, runs out at which it is told of: keys may lie far away. */
export const ROOT_SOON_DAYS = 90;
export const SIGNED_SOON_DAYS = 30;

/** Days that are left of a timestamp when somebody has to act: of seven, a daily timer leaves six. */
export const TIMESTAMP_NOW_DAYS = 2;

/** Hours after which what a daily timer does was not done. */
export const DAILY_HOURS = 36;

/** Files that are asked of each mirror, chosen at random: its health is told, `tamizdat verify` proves it. */
export const LOOK_FILES = 5;

/** Milliseconds that one mirror may take in all, whatever it sends. */
export const MIRROR_MS = 30_000;

/** Milliseconds that git may take to say something of this folder. */
export const GIT_MS = 10_000;

/** Bytes of what git says. */
export const GIT_BYTES = 8 * 1024 * 1024;

/** Files looked through in the folder of keys, and bytes of each: keys and sheets are short, and few. */
export const KEY_FOLDER_FILES = 200;
export const KEY_TEXT_BYTES = 16_384;

/** Characters of what somebody else wrote that are shown. */
export const SHOWN_CHARACTERS = 200;

/** Characters of why something could not be looked at: the kit’s own sentences, with a path in them. */
export const REASON_CHARACTERS = 600;

/** Names of a list that are shown. */
export const SHOWN_NAMES = 5;
