import { isDeepStrictEqual } from 'node:util';
import { type AcrossFinding, type Outlet, parseOutlet } from '@tamizdat/article-schema';
import { type Address, mirrorAddresses, outletAddresses } from './addresses.ts';
import { addressGone, addressMoved, addressNew, identityChanged } from './faults.ts';
import type { ChangedSettings, Sides } from './load-settings.ts';

/** What readers, their programs and other sites know the outlet by. */
const IDENTITY = ['origin', 'tagAuthority', 'rootFingerprint'] as const;

/**
 * Judges what a pull request does to who the outlet is, and to where it sends readers and money. An outlet that is new
 * is not judged. What is wrong with the files themselves is told by their check. Pure.
 * @param isKit Whether a maintainer has said that it may change who the outlet is.
 */
export function judgeSettings(settings: ChangedSettings, isKit: boolean): AcrossFinding[] {
  const { 'outlet.yaml': outlet, 'mirrors.yaml': mirrors } = settings;
  return [
    ...(outlet === undefined ? [] : judgeOutlet(outlet, isKit)),
    ...(mirrors === undefined
      ? []
      : judgeAddresses(
          'mirrors.yaml',
          mirrorAddresses(mirrors.before ?? ''),
          mirrorAddresses(mirrors.after ?? ''),
        )),
  ];
}

function judgeOutlet({ before, after }: Sides, isKit: boolean): AcrossFinding[] {
  const now = after === undefined ? undefined : parse(after);
  if (before === undefined || now === undefined) return [];
  // Of a base that cannot be read nothing is known: all that stands there now is for a maintainer to look at.
  const was: Partial<Outlet> = parse(before) ?? {};
  const changed = IDENTITY.filter((field) => !isDeepStrictEqual(was[field], now[field]));
  return [
    ...(isKit ? [] : changed.map((field) => identityChanged(field, was[field], now[field]))),
    ...judgeAddresses('outlet.yaml', outletAddresses(was), outletAddresses(now)),
  ];
}

const parse = (text: string): Outlet | undefined =>
  parseOutlet(text, { path: 'outlet.yaml' }).value;

function judgeAddresses(
  file: string,
  before: readonly Address[],
  after: readonly Address[],
): AcrossFinding[] {
  const fresh = missingIn(before, after, valueOf);
  const unknown = new Set(fresh.map(valueOf));
  const moved = missingIn(before, after, (address) =>
    JSON.stringify([address.role, address.value]),
  );
  return [
    ...fresh.map((address) => addressNew(file, address)),
    ...moved
      .filter(({ value }) => !unknown.has(value))
      .map((address) => addressMoved(file, address, rolesOf(before, address))),
    ...missingIn(after, before, valueOf).map(({ value }) => addressGone(file, value)),
  ];
}

const valueOf = ({ value }: Address): string => value;

const rolesOf = (addresses: readonly Address[], { value }: Address): string[] => [
  ...new Set(addresses.filter((one) => one.value === value).map(({ role }) => role)),
];

/** Those of `addresses` that do not stand among `others`, each once, by what makes two of them the same. */
function missingIn(
  others: readonly Address[],
  addresses: readonly Address[],
  keyOf: (address: Address) => string,
): Address[] {
  const known = new Set(others.map(keyOf));
  return addresses.filter((address) => !known.has(keyOf(address)) && known.add(keyOf(address)));
}
