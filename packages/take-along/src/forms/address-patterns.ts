/** A letter of a name, and what may stand unseen among them. */
const LETTER = String.raw`[\p{L}\p{N}\p{M}\p{Cf}-]`;
const NO_WORD_BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const NO_WORD_BEHIND = String.raw`(?![\p{L}\p{N}])`;
/** A dot between names: as it is, as other scripts have it, or hidden from programs: `[.]`, ` (dot) `. */
const DOT = String.raw`(?:[.\u0701\u0702\u06D4\u2024\u2E33\u3002\uFE52\uFF0E\uFF61]|\s{0,2}[[({]\s?(?:[.]|dot|точка)\s?[\])}]\s{0,2})`;
/** What stands between words as well: only an ending that is no word makes a dot of it. */
const MAYBE_DOT = String.raw`(?:\s(?:dot|точка)\s|[\u00B7\u2022\u2027\u2219\u22C5\u30FB])`;
/** Endings that are words of no language, and what Russian says for them. */
const CLEAR_ENDING = String.raw`(?:com|org|net|info|biz|io|ru|su|ua|kz|onion|example|рф|ру|ком|орг|ио|инфо)`;
/** Words before a spoken dot that are no name: “the dot com boom”. */
const NO_NAME = String.raw`(?!(?:an?|the|every|early|first|of|in|and)\s)`;
/** “(at)”; the sign at full width too. */
const AT = String.raw`(?:[@\uFE6B\uFF20]|\s{0,2}[[({]\s?(?:at|собака)\s?[\])}]\s{0,2})`;
/** A slash as it is, and what looks like one. */
const SLASH = String.raw`[\/\\\u2044\u2215\u29F8\uFF0F]`;
const TAIL = String.raw`[^\s<>"«»“”]`;
const REST = String.raw`(?::\d{1,5})?(?:[/?#\\\u2044\u2215\u29F8\uFF0F]${TAIL}*)?`;
/** What leads to a place without the name of a host: mail, calls, shared files. */
const OWN_SCHEMES = 'mailto|magnet|xmpp|tel|sip|ipfs|ipns|dweb|bzz';

/** With a scheme, however its sign is written, or `www.` */
const SCHEME = new RegExp(
  String.raw`${NO_WORD_BEFORE}(?:[a-z][a-z\d+.-]{1,20}\[?[:\uFF1A]\]?${SLASH}{2}|h(?:tt|xx)ps?\s?\[?[:\uFF1A]\]?\s?${SLASH}|www\.|(?:${OWN_SCHEMES}):)${TAIL}+`,
  'giu',
);
/** Of mail, and of a machine: `root@host`. */
const MAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}._+-])@?[\p{L}\p{N}._+-]{1,64}(?:${AT}[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{1,63}){1,8}|@\p{L}[\p{L}\p{N}-]{1,62})(?:[:/?#]${TAIL}*)?`,
  'giu',
);
/** A name at a messenger. */
const HANDLE = /(?<![\p{L}\p{N}._+@/-])@[\p{L}\p{N}_][\p{L}\p{N}_.]{2,40}/giu;
/** Hashes of shared files: IPFS in base 32, 36, 58 and 16, and the path that leads to one. */
const HASH = new RegExp(
  String.raw`${NO_WORD_BEFORE}(?:ba[a-z2-7]{40,110}|bafkqa[a-z2-7]{6,40}|Qm[1-9A-HJ-NP-Za-km-z]{44}|z[1-9A-HJ-NP-Za-km-z]{46,60}|k[25][a-z\d]{48,64}|f01[\da-f]{60,140})${NO_WORD_BEHIND}(?:${SLASH}${TAIL}*)?`,
  'giu',
);
const SHARED = new RegExp(String.raw`${NO_WORD_BEFORE}\/?ip[fn]s${SLASH}${TAIL}+`, 'giu');
/** Names with dots that are said, or that stand between words as well. */
const SPOKEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{Cf}-])${NO_NAME}(?:[\p{L}\p{N}._+-]{1,32}\sсобака\s)?(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}${MAYBE_DOT}){1,4}${CLEAR_ENDING}${NO_WORD_BEHIND}(?!\s(?:boom|bubble|bust|compan|crash|era\b|startup))${REST}`,
  'giu',
);

/** What is an address wherever it stands. */
export const ADDRESSES: readonly RegExp[] = [SCHEME, MAIL, HANDLE, HASH, SHARED, SPOKEN];

/** Words with dots between them and what stands behind a slash or a colon: `isAddress` tells. */
export const NAMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}\p{Cf}-])(?:[\p{L}\p{N}]${LETTER}{0,80}${DOT}){1,8}[\p{L}\p{N}]${LETTER}{0,62}(?![\p{L}\p{N}(@])${REST}`,
  'giu',
);
export const DOTS = new RegExp(DOT, 'giu');

/** A number of the sixth version of the Internet’s protocol, or a time of day: `isIpv6` tells. */
export const GROUPS = new RegExp(
  String.raw`(?<![\p{L}\p{N}:])\[?(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\p{L}\p{N}:])(?:%\w{1,16})?\]?${REST}`,
  'giu',
);
