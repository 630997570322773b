import { isDeepStrictEqual } from 'node:util';
import { type AcrossFinding, type Outlet, parseOutlet } from '@tamizdat/article-schema';
import { type Address, addressesIn, isPersonal } from './addresses.ts';
import {
  addressGone,
  addressMoved,
  addressNew,
  type FiledAddress,
  identityChanged,
  wordsAltered,
  wordsGone,
} from './faults.ts';
import type { ChangedSettings, Sides } from './load-settings.ts';

/** What readers, their programs and other sites know the outlet by. */
const IDENTITY = ['origin', 'tagAuthority', 'rootFingerprint'] as const;

/**
 * Judges what a pull request does to who the outlet is, and to where it sends readers, sources and money. An outlet that
 * is new is not judged. What is wrong with the files themselves is told by their check. Pure.
 * @param isKit Whether a maintainer has said that it may change who the outlet is.
 */
export function judgeSettings(settings: ChangedSettings, isKit: boolean): AcrossFinding[] {
  const { 'outlet.yaml': outlet } = settings;
  if (outlet !== undefined && outlet.before === undefined) return [];
  return [
    ...(isKit || outlet === undefined ? [] : judgeIdentity(outlet)),
    ...judgeAddresses(
      addressesOf(settings, ({ before }) => before),
      addressesOf(settings, ({ after }) => after),
      (address) =>
        isPersonal(address.file, address) && settings[address.file]?.before === undefined,
    ),
  ];
}

function judgeIdentity({ before = '', after }: Sides): AcrossFinding[] {
  const now = after === undefined ? undefined : parse(after);
  if (now === undefined) return [];
  // Of a base that cannot be read nothing is known: all that stands there now is for a maintainer to look at.
  const was: Partial<Outlet> = parse(before) ?? {};
  return IDENTITY.filter((field) => !isDeepStrictEqual(was[field], now[field])).map((field) =>
    identityChanged(field, was[field], now[field]),
  );
}

const parse = (text: string): Outlet | undefined =>
  parseOutlet(text, { path: 'outlet.yaml' }).value;

/** Of files that cannot be read now nothing is told here on either side: their check does. */
function addressesOf(
  settings: ChangedSettings,
  sideOf: (sides: Sides) => string | undefined,
): FiledAddress[] {
  return Object.entries(settings).flatMap(([file, sides]) =>
    isBroken(file, sides)
      ? []
      : addressesIn(file, sideOf(sides) ?? '').map((address) => ({ ...address, file })),
  );
}

const isBroken = (file: string, { after }: Sides): boolean =>
  file === 'outlet.yaml' && (after === undefined || parse(after) === undefined);

/** @param isOwn Whether an address stands where new ones are nothing to tell. */
function judgeAddresses(
  before: readonly FiledAddress[],
  after: readonly FiledAddress[],
  isOwn: (address: FiledAddress) => boolean,
): AcrossFinding[] {
  const [was, now] = [before, after].map((all) => all.filter(({ isWords }) => !isWords));
  return [
    ...judgePlaces(was ?? [], now ?? [], isOwn),
    ...judgeWords(
      before.filter(({ isWords }) => isWords),
      after.filter(({ isWords }) => isWords),
    ),
  ];
}

function judgePlaces(
  before: readonly FiledAddress[],
  after: readonly FiledAddress[],
  isOwn: (address: FiledAddress) => boolean,
): AcrossFinding[] {
  const fresh = missingIn(before, after, valueOf);
  const unknown = new Set(fresh.map(valueOf));
  const moved = missingIn(before, after, roleAndValue);
  return [
    ...fresh.filter((address) => !isOwn(address)).map(addressNew),
    ...moved
      .filter(({ value }) => !unknown.has(value))
      .map((address) => addressMoved(address, rolesOf(before, address))),
    ...missingIn(after, before, valueOf).map(addressGone),
  ];
}

/** Words that are new have nobody who relies on them: those that were altered or taken out do. */
function judgeWords(
  before: readonly FiledAddress[],
  after: readonly FiledAddress[],
): AcrossFinding[] {
  const gone = Map.groupBy(missingIn(after, before, roleAndValue), ({ role }) => role);
  const altered = missingIn(before, after, roleAndValue).flatMap((address) => {
    const was = gone.get(address.role);
    return was === undefined ? [] : [{ address, was: was.map(valueOf) }];
  });
  const told = new Set(altered.map(({ address: { role } }) => role));
  return [
    ...altered.map(({ address, was }) => wordsAltered(address, was)),
    ...[...gone].flatMap(([role, all]) => (told.has(role) ? [] : all.map(wordsGone))),
  ];
}

const valueOf = ({ value }: Address): string => value;
const roleAndValue = ({ role, value }: Address): string => JSON.stringify([role, value]);

const rolesOf = (addresses: readonly Address[], { value }: Address): string[] => [
  ...new Set(addresses.filter((one) => one.value === value).map(({ role }) => role)),
];

/** Those of `addresses` that do not stand among `others`, each once, by what makes two of them the same. */
function missingIn(
  others: readonly FiledAddress[],
  addresses: readonly FiledAddress[],
  keyOf: (address: Address) => string,
): FiledAddress[] {
  const known = new Set(others.map(keyOf));
  return addresses.filter((address) => !known.has(keyOf(address)) && known.add(keyOf(address)));
}
