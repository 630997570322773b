import type { LinkFact } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { TextNote } from './text-notes.ts';

/** The first word of a text that reads as an address of a site: its host’s name, with or without what surrounds it. */
const SHOWN =
  /(?:^|[\s(«“"'])(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?=[\s/:?#@)»”"',.]|$)/u;

/** A file’s name reads like a host’s: these endings are no domains that people write without “https://”. */
const FILE = /\.(?:pdf|docx?|xlsx?|html?|jpe?g|png|zip|csv|txt|mp[34]|md|js|ts|py|sh)$/i;

/** What nobody writes but in an address. */
const ADDRESS = /https?:\/\/|www\./i;

/** Endings of hosts as they are written without “https://”: initials and abbreviations have others. */
const ENDING = /\.(?:[a-z]{2,24}|рф|рус|бел|укр|бг|срб|мкд|қаз|москва|дети|сайт|онлайн|орг)$/;

/** Whether a text is a host’s name and what follows in an address, and nothing else. */
const isBareName = (text: string, host: string): boolean =>
  text.startsWith(host) && !/[\s@]/.test(text) && ENDING.test(host) && !FILE.test(host);

/** A text as it looks: letters that nobody sees are left out, and signs that pass for a point or a slash are these. */
const asItLooks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[。․]/g, '.')
    .replace(/[⁄∕]/g, '/');

/** The host that a text shows, as URLs write it; undefined where it shows none. */
export function shownHost(written: string): string | undefined {
  const text = asItLooks(written);
  const host = SHOWN.exec(text)?.[1];
  if (host === undefined) return undefined;
  if (!ADDRESS.test(text) && !isBareName(text.replace(/^[^\p{L}\p{N}]+/u, '').trim(), host))
    return undefined;
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : undefined;
}

const withoutWww = (host: string): string => host.replace(/^www\d?\./, '');

/** Whether two names belong together: one is the other’s, or stands below it. */
function isSame(shown: string, host: string): boolean {
  const [one, other] = [withoutWww(shown), withoutWww(host)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** What is told where words show one host, and the address leads to another. */
export function misleading(text: string, url: string): Omit<Finding, 'path'> | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const shown = shownHost(text);
  const { hostname } = new URL(url);
  if (shown === undefined || isSame(shown, hostname)) return undefined;
  return {
    code: 'text-link-misleading',
    // “Booking.com” is also what a firm is called.
    ...(!ADDRESS.test(asItLooks(text)) && /\p{Lu}/u.test(text)
      ? { severity: 'warning' as const }
      : {}),
    found: shorten(url),
    message: `The link shows “${shorten(shown)}” and leads to “${shorten(hostname)}”.`,
    why: 'Readers take it for the site that it shows: so are passwords stolen.',
    remedy: 'Let words and address name the same site, or say in words where it leads.',
    ru: {
      message: `Ссылка показывает «${shorten(shown)}», а ведёт на «${shorten(hostname)}».`,
      why: 'Читатели примут её за ссылку на тот сайт, который видят: так крадут пароли.',
      remedy: 'Пусть слова и адрес называют один сайт, или скажите словами, куда она ведёт.',
      example: '[отчёт банка](https://bank.example/report)',
    },
    example: '[the bank’s report](https://bank.example/report)',
  };
}

/** A link whose words show another site than it leads to. */
export function misleadingNotes({
  text,
  url,
  at,
}: Pick<LinkFact, 'text' | 'url' | 'at'>): TextNote[] {
  const told = misleading(text, url);
  return told === undefined ? [] : [{ ...told, at }];
}

/** Scripts whose letters are taken for each other (Unicode Technical Standard 39, mixed-script detection). */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** What is told of an address whose host’s name has a part in letters of two scripts; as written, before it becomes “xn--”. */
export function mixedHost(url: string): Omit<Finding, 'path'> | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
  const parts = decode(host).split('.');
  const mixed = parts.find((part) => SCRIPTS.filter((script) => script.test(part)).length > 1);
  if (mixed === undefined) return undefined;
  return {
    code: 'text-link-mixed-script',
    severity: 'warning',
    found: shorten(host),
    message: `“${shorten(mixed)}” in the link’s address is written in letters of two alphabets.`,
    why: 'It looks like the name of another site, and is not that one.',
    remedy: 'Copy the address from the site itself.',
    ru: {
      message: `«${shorten(mixed)}» в адресе ссылки написано буквами двух алфавитов.`,
      why: 'Выглядит как имя другого сайта, но это не он.',
      remedy: 'Скопируйте адрес с самого сайта.',
    },
  };
}

/** A link of a text to a host of such a name. */
export function mixedHostNotes({ url, at }: LinkFact): TextNote[] {
  const told = mixedHost(url);
  return told === undefined ? [] : [{ ...told, at }];
}

function decode(host: string): string {
  try {
    return decodeURIComponent(host);
  } catch {
    return host;
  }
}

/** Fields that become the words of a link to the `url` beside them. */
const WORDS = ['title', 'name', 'publisher'] as const;

/**
 * The same of fields: words that show another host than the address beside them (sources, authors’ links, where
 * something was first published), and, in any field, an address whose host’s name is of two alphabets.
 */
export function misleadingFields(value: unknown, path: FieldPath = []): Finding[] {
  if (typeof value === 'string') {
    const told = mixedHost(value);
    return told === undefined ? [] : [{ ...told, path }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  const { url } = record;
  const own = WORDS.flatMap((field) => {
    const words = record[field];
    const told =
      typeof words === 'string' && typeof url === 'string' ? misleading(words, url) : undefined;
    return told === undefined ? [] : [{ ...told, path: [...path, field] }];
  });
  const inner = Object.entries(record).flatMap(([key, each]) =>
    misleadingFields(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...inner];
}
