import type { InBoth } from '@tamizdat/problem';
import { FILE_NAME_MAX_BYTES } from './limits.ts';

/** Schemes a link may have. Everything else either runs code or opens something the reader did not ask for. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'] as const;

export type Judgement = { allowed: true; value: string } | { allowed: false; reason: InBoth };

// What URL parsers drop or trim (WHATWG URL, "basic URL parser") could hide a scheme from us: refuse it instead.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]|^\s|\s$/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

const INVISIBLE_REASON: InBoth = {
  en: 'it holds an invisible or control character',
  ru: 'в нём есть невидимый или управляющий символ',
};

function refuse(reason: InBoth): Judgement {
  return { allowed: false, reason };
}

function judgeScheme(url: string, scheme: string): Judgement {
  if (!LINK_SCHEMES.some((allowed) => allowed === scheme)) {
    return refuse({
      en: `links may use ${LINK_SCHEMES.join(', ')} or be relative, not “${scheme}:”`,
      ru: `ссылки бывают ${LINK_SCHEMES.join(', ')} или относительные, но не «${scheme}:»`,
    });
  }
  if (scheme !== 'http' && scheme !== 'https') return { allowed: true, value: url };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return refuse({ en: 'it is not a complete address', ru: 'это неполный адрес' });
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    return refuse({
      en: 'a name before “@” hides the real site',
      ru: 'имя перед «@» скрывает настоящий сайт',
    });
  return { allowed: true, value: url };
}

/**
 * Judges where a link leads: `http`, `https`, `mailto`, `tel`, relative, root-absolute and fragment
 * addresses are allowed. Takes the address after Markdown's entities and escapes are resolved; gives
 * it back with spaces percent-encoded.
 */
export function judgeLink(url: string): Judgement {
  if (INVISIBLE.test(url)) return refuse(INVISIBLE_REASON);
  if (url.includes('\\'))
    return refuse({ en: 'browsers read “\\” as “/”', ru: 'браузеры читают «\\» как «/»' });
  if (url.startsWith('//'))
    return refuse({
      en: '“//host” depends on how the page was opened: write https://',
      ru: '«//host» зависит от того, как открыта страница: напишите https://',
    });
  const scheme = SCHEME.exec(url)?.[1];
  if (scheme !== undefined) return judgeScheme(encodeSpaces(url), scheme.toLowerCase());
  if (/^[^/?#]*:/.test(url))
    return refuse({
      en: 'a relative address with “:” in its first part: write ./ before it',
      ru: 'это относительный адрес с «:» в первой части: напишите перед ним ./',
    });
  if (!url.isWellFormed())
    return refuse({ en: 'it holds half a character', ru: 'в нём половина символа' });
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
  if (file === '') return refuse({ en: 'the file’s name is missing', ru: 'нет имени файла' });
  if (INVISIBLE.test(file) || !file.isWellFormed()) return refuse(INVISIBLE_REASON);
  if (/[/\\]/.test(file))
    return refuse({
      en: 'images stand beside the article: write the file’s name alone',
      ru: 'картинки лежат рядом со статьёй: напишите только имя файла',
    });
  if (/[:?#*"<>|]/.test(file))
    return refuse({
      en: 'a file’s name cannot hold : ? # * " < > |',
      ru: 'в имени файла не может быть : ? # * " < > |',
    });
  if (file.startsWith('.'))
    return refuse({
      en: 'a file’s name cannot begin with a dot',
      ru: 'имя файла не может начинаться с точки',
    });
  if (new TextEncoder().encode(file).length > FILE_NAME_MAX_BYTES)
    return refuse({ en: 'the file’s name is too long', ru: 'имя файла слишком длинное' });
  return { allowed: true, value: file };
}
