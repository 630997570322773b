import {
  type FieldPath,
  type Outlet,
  parseMirrors,
  type SupportMethod,
} from '@tamizdat/article-schema';

/** An address that readers, their money or the site itself are sent to, and the field that says it. */
export interface Address {
  path: FieldPath;
  value: string;
  /** What it is there for, whatever its place in a list: `support.methods.card.link`. */
  role: string;
}

/** Where `outlet.yaml` sends money, subscribers, and readers who compare the fingerprint. Pure. */
export function outletAddresses({
  support,
  newsletters = [],
  fingerprintAt = [],
  social = [],
}: Partial<Outlet>): Address[] {
  return [
    ...(support?.methods ?? []).flatMap((method, at) =>
      methodAddresses(method, ['support', 'methods', at]),
    ),
    ...newsletters.flatMap(({ id, provider: { action, hidden } }, at) =>
      leaves({ action, hidden }, ['newsletters', at, 'provider'], `newsletters.${id}`),
    ),
    ...fingerprintAt.flatMap(({ name, url }, at) =>
      leaves(url, ['fingerprintAt', at, 'url'], `fingerprintAt.${name}`),
    ),
    ...social.flatMap(({ name, url }, at) => leaves(url, ['social', at, 'url'], `social.${name}`)),
  ];
}

function methodAddresses(
  { id, link, links = [], account }: SupportMethod,
  path: FieldPath,
): Address[] {
  const role = `support.methods.${id}`;
  return [
    ...leaves(link, [...path, 'link'], `${role}.link`),
    ...links.flatMap(({ url, ...when }, at) =>
      leaves(url, [...path, 'links', at, 'url'], `${role}.links ${JSON.stringify(when)}`),
    ),
    ...leaves(account, [...path, 'account'], `${role}.account`),
  ];
}

/**
 * Where a text of `mirrors.yaml` sends readers and the site itself, untrusted: none where something is wrong with it,
 * which the check of the file tells.
 */
export function mirrorAddresses(text: string): Address[] {
  const { value = [], archives } = parseMirrors(text, { path: 'mirrors.yaml' });
  return [
    ...value.flatMap(({ name, base, repository, remote, folder }, at) => [
      ...leaves(base, ['mirrors', at, 'address'], `mirrors.${name}.address`),
      ...leaves({ repository, remote, folder }, ['mirrors', at], `mirrors.${name}`),
    ]),
    ...archives.flatMap(({ trackers }, at) => leaves({ trackers }, ['archives', at], 'archives')),
  ];
}

/** All texts inside a value, each with its field. */
function leaves(value: unknown, path: FieldPath, role: string): Address[] {
  if (typeof value === 'string') return [{ path, value, role }];
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...path, at], role));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    leaves(one, [...path, name], `${role}.${name}`),
  );
}
