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
    ...newsletters.flatMap(({ provider: { action, hidden } }, at) =>
      leaves({ action, hidden }, ['newsletters', at, 'provider']),
    ),
    ...fingerprintAt.map(({ url }, at) => ({ path: ['fingerprintAt', at, 'url'], value: url })),
    ...social.map(({ url }, at) => ({ path: ['social', at, 'url'], value: url })),
  ];
}

const methodAddresses = (
  { link, links = [], account }: SupportMethod,
  path: FieldPath,
): Address[] => [
  ...leaves(link, [...path, 'link']),
  ...links.flatMap(({ url }, at) => leaves(url, [...path, 'links', at, 'url'])),
  ...leaves(account, [...path, 'account']),
];

/**
 * Where a text of `mirrors.yaml` sends readers and the site itself, untrusted: none where something is wrong with it,
 * which the check of the file tells.
 */
export function mirrorAddresses(text: string): Address[] {
  const { value = [], archives } = parseMirrors(text, { path: 'mirrors.yaml' });
  return [
    ...value.flatMap(({ base, repository, remote, folder }, at) => [
      ...leaves(base, ['mirrors', at, 'address']),
      ...leaves({ repository, remote, folder }, ['mirrors', at]),
    ]),
    ...archives.flatMap(({ trackers }, at) => leaves({ trackers }, ['archives', at])),
  ];
}

/** All texts inside a value, each with its field. */
function leaves(value: unknown, path: FieldPath): Address[] {
  if (typeof value === 'string') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => leaves(one, [...path, name]));
}
