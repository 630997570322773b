import type { FieldPath, Finding } from '@tamizdat/problem';

/**
 * The page that an address of the outlet’s own host leads to, from the site’s root as texts link it, with the file’s name
 * written out; undefined for an address of somebody else’s. Ports, capitals, a dot at the end, letters of other scripts
 * (UTS 46) and http make no other host of it.
 */
export function pathAtOrigin(url: string, origin: string | undefined): string | undefined {
  if (origin === undefined || !/^(?:https?:|\/\/)/i.test(url)) return undefined;
  const own = new URL(origin);
  const given = URL.parse(url.startsWith('//') ? `${own.protocol}${url}` : url);
  if (given === null) return undefined;
  const folder = own.pathname.replace(/(?<!\/)\/*$/, '/');
  if (hostOf(given) !== hostOf(own) || !`${given.pathname}/`.startsWith(folder)) return undefined;
  const path = given.pathname.slice(folder.length).replace(/^\/+/, '');
  return `/${withFileName(path)}${given.search}${given.hash}`;
}

/** Every name ends at the root, written out or not (RFC 1034, 3.1). */
const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');

/** Pages are files: what a host shows for a folder, or without “.html”, has its full name in the tree. */
function withFileName(path: string): string {
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return /\.[a-z\d]+$/i.test(path) ? path : `${path}.html`;
}

/** What is told of a link to the outlet’s own host. */
export const ownAddress = (own: string): Omit<Finding, 'path'> => ({
  code: 'text-link-origin',
  message: 'The link leads to the outlet’s own address.',
  why: 'Where that address is blocked, a reader of a mirror cannot follow it; nothing is published with such a link.',
  remedy: `Write the address from the site’s root: ${own}`,
  ru: {
    message: 'Ссылка ведёт на собственный адрес издания.',
    why: 'Там, где этот адрес заблокирован, читатель зеркала не сможет по ней перейти; с такой ссылкой ничего не выйдет.',
    remedy: `Напишите адрес от корня сайта: ${own}`,
  },
});

/**
 * Addresses in fields that lead to the outlet’s own host: pages would link them as they stand.
 */
export function ownAddresses(value: unknown, origin: string | undefined): Finding[] {
  return [...addressesIn(value, [])].flatMap(([url, path]) => {
    const own = pathAtOrigin(url, origin);
    if (own === undefined) return [];
    return [
      {
        code: 'address-own',
        path,
        found: url,
        message: 'This address is the outlet’s own.',
        why: 'Where it is blocked, a reader of a mirror cannot follow it; nothing is published with such a link.',
        remedy: `Link to the page in a text instead, as ${own}, and leave this out.`,
        ru: {
          message: 'Это собственный адрес издания.',
          why: 'Там, где он заблокирован, читатель зеркала не сможет по нему перейти; с такой ссылкой ничего не выйдет.',
          remedy: `Сошлитесь на страницу в тексте: ${own}, а здесь уберите.`,
        },
      },
    ];
  });
}

/** Fields that hold an address alone; texts are looked through as Markdown. */
const ADDRESS_FIELD = /^(?:url|archivedUrl|source|link)$/;

function* addressesIn(value: unknown, path: FieldPath): Generator<[string, FieldPath]> {
  if (typeof value === 'string' && ADDRESS_FIELD.test(String(path.at(-1)))) yield [value, path];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* addressesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}
