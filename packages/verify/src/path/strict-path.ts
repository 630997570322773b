import { MAX_NAME_BYTES, MAX_PATH_LENGTH } from '../limits.ts';

/** SPEC 2.3: format and control characters, separators, what lies above U+FFFF, and what systems or URLs give a meaning. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{10000}-\u{10ffff}\\:*?"<>|#%]/u;

/** SPEC 2.2 and 2.4: `.` and `..`, edges that Windows drops, its devices. */
const BAD_SEGMENT = /^$|^ |[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether a path may stand in a tree (SPEC, section 2; not 2.6, which takes the whole list). */
export function isStrictPath(path: string): boolean {
  const segments = path.split('/');
  return (
    path.length <= MAX_PATH_LENGTH &&
    path === path.normalize() &&
    !FORBIDDEN.test(path) &&
    segments[0]?.toLowerCase() !== 'release' &&
    segments.every((segment) => !BAD_SEGMENT.test(segment) && isShort(segment))
  );
}

/** A UTF-16 code unit takes at most three bytes: short names, nearly all, need not be encoded to know. */
function isShort(name: string): boolean {
  return (
    name.length * 3 <= MAX_NAME_BYTES || new TextEncoder().encode(name).length <= MAX_NAME_BYTES
  );
}
