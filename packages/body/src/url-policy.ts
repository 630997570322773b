import { FILE_NAME_MAX_BYTES } from './limits.ts';

/** Schemes a link may have. Everything else either runs code or opens something the reader did not ask for. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'] as const;

export type Judgement = { allowed: true; value: string } | { allowed: false; reason: string };

// What URL parsers drop or trim (WHATWG URL, "basic URL parser") could hide a scheme from us: refuse it instead.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]|^\s|\s$/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

function refuse(reason: string): Judgement {
  return { allowed: false, reason };
}

function judgeScheme(url: string, scheme: string): Judgement {
  if (!LINK_SCHEMES.some((allowed) => allowed === scheme)) {
    return refuse(`links may use ${LINK_SCHEMES.join(', ')} or be relative, not “${scheme}:”`);
  }
  if (scheme !== 'http' && scheme !== 'https') return { allowed: true, value: url };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return refuse('it is not a complete address');
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') return refuse('a name before “@” hides the real site');
  return { allowed: true, value: url };
}

/**
 * Judges where a link leads: `http`, `https`, `mailto`, `tel`, relative, root-absolute and fragment
 * addresses are allowed. Takes the address after Markdown's entities and escapes are resolved; gives
 * it back with spaces percent-encoded.
 */
export function judgeLink(url: string): Judgement {
  if (INVISIBLE.test(url)) return refuse('it holds an invisible or control character');
  if (url.includes('\\')) return refuse('browsers read “\\” as “/”');
  if (url.startsWith('//'))
    return refuse('“//host” depends on how the page was opened: write https://');
  const scheme = SCHEME.exec(url)?.[1];
  if (scheme !== undefined) return judgeScheme(encodeSpaces(url), scheme.toLowerCase());
  if (/^[^/?#]*:/.test(url))
    return refuse('a relative address with “:” in its first part: write ./ before it');
  if (!url.isWellFormed()) return refuse('it holds half a character');
  return { allowed: true, value: encodeSpaces(url) };
}

function encodeSpaces(url: string): string {
  return url.replaceAll(' ', '%20');
}

function decodePercent(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/**
 * Judges an image's address: a plain file name beside the article. Gives the name with
 * percent-encoding undone.
 */
export function judgeImageFile(url: string): Judgement {
  const file = decodePercent(url);
  if (file === '') return refuse('the file’s name is missing');
  if (INVISIBLE.test(file) || !file.isWellFormed())
    return refuse('it holds an invisible or control character');
  if (/[/\\]/.test(file))
    return refuse('images stand beside the article: write the file’s name alone');
  if (/[:?#*"<>|]/.test(file)) return refuse('a file’s name cannot hold : ? # * " < > |');
  if (file.startsWith('.')) return refuse('a file’s name cannot begin with a dot');
  if (Buffer.byteLength(file) > FILE_NAME_MAX_BYTES) return refuse('the file’s name is too long');
  return { allowed: true, value: file };
}
