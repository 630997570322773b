import type { LinkFact } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import { decode, decodeLabel } from './decode-label.ts';
import { findClash } from './led-elsewhere.ts';
import type { TextNote } from './text-notes.ts';

/** What is told of a link whose words show one site, mailbox or telephone, and whose address leads to another. */
export function misleading(text: string, url: string): Omit<Finding, 'path'> | undefined {
  const clash = findClash(text, url);
  if (clash === undefined) return undefined;
  const [shown, led] = [shorten(clash.shown), clash.led && shorten(clash.led)];
  return {
    code: 'text-link-misleading',
    ...(clash.isDoubted ? { severity: 'warning' as const } : {}),
    found: shorten(url),
    message: `The link shows “${shown}” and leads to ${led === undefined ? 'a page of this site' : `“${led}”`}.`,
    why: 'Readers take it for what it shows: so are passwords and letters stolen.',
    remedy: 'Let words and address name the same place, or say in words where it leads.',
    ru: {
      message: `Ссылка показывает «${shown}», а ведёт на ${led === undefined ? 'страницу этого сайта' : `«${led}»`}.`,
      why: 'Читатели поверят тому, что видят: так крадут пароли и письма.',
      remedy: 'Пусть слова и адрес называют одно и то же, или скажите словами, куда ведёт ссылка.',
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

/** What is told of an address whose host’s name has a part in letters of two scripts, as written or as “xn--”. */
export function mixedHost(url: string): Omit<Finding, 'path'> | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
  const parts = decode(host).split('.').map(decodeLabel);
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

/** Fields that become the words of a link to the address beside them, in one language or in each. */
const WORDS = ['title', 'name', 'publisher'] as const;
const ADDRESSES = ['url', 'link'] as const;

/**
 * The same of fields: words that show another host than the address beside them (sources, authors’ links, where
 * something was first published, ways to pay, places of the fingerprint), and, in any field, an address whose host’s name
 * is of two alphabets.
 */
export function misleadingFields(value: unknown, path: FieldPath = []): Finding[] {
  if (typeof value === 'string') {
    const told = mixedHost(value);
    return told === undefined ? [] : [{ ...told, path }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  const urls = ADDRESSES.map((field) => record[field]).filter((url) => typeof url === 'string');
  const own = WORDS.flatMap((field) => textsIn(record[field], [...path, field])).flatMap(
    ({ words, at }) =>
      urls.flatMap((url) => {
        const told = misleading(words, url);
        return told === undefined ? [] : [{ ...told, path: at }];
      }),
  );
  const inner = Object.entries(record).flatMap(([key, each]) =>
    misleadingFields(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...inner];
}

function textsIn(value: unknown, at: FieldPath): { words: string; at: FieldPath }[] {
  if (typeof value === 'string') return [{ words: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([language, each]) => textsIn(each, [...at, language]));
}
