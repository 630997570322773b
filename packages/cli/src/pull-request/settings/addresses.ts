import {
  type Author,
  type MirrorPlace,
  type Outlet,
  parseAuthor,
  parseMirrors,
  parseOutlet,
  type SupportMethod,
} from '@tamizdat/article-schema';
import type { FieldPath, Span } from '@tamizdat/problem';
import { markdownAddresses, placedAddresses, textAddresses } from './text-addresses.ts';

/** An address that readers, sources, their money or the site itself are sent to, and where it stands. */
export interface Address {
  path: FieldPath;
  value: string;
  /** What it is there for, whatever its place in a list: `support.methods.card.link`. */
  role: string;
  /** Set for words by which readers choose an address, or that keep them from one. */
  isWords?: true;
  /** Where it stands in a text, which has no fields. */
  span?: Span;
}

/** Texts that the outlet itself speaks in, beside its articles. */
const TEXTS = /^(?:pages|appeals)\/.+\.md$/;

const KINDS: readonly (readonly [file: RegExp, read: (text: string, path: string) => Address[]])[] =
  [
    [/^outlet\.yaml$/, outletAddresses],
    [/^mirrors\.yaml$/, mirrorAddresses],
    [/^writing-room\.yaml$/, lineAddresses],
    [/^words\/[^/]+\.yaml$/, placedAddresses],
    [/^authors\/[^/]+\.yaml$/, authorAddresses],
    [TEXTS, markdownAddresses],
  ];

/** Whether a file of the content says where readers or the site are sent. */
export const hasAddresses = (file: string): boolean =>
  KINDS.some(([pattern]) => pattern.test(file));

/**
 * Whether an address is somebody's own, in the fields for that: those of a new record send nobody elsewhere who was sent
 * anywhere before. What its texts say, for tips and money too, is not only about its author.
 */
export const isPersonal = (file: string, { path }: Address): boolean =>
  file.startsWith('authors/') && (path[0] === 'email' || path.at(-1) === 'url');

/**
 * Where a file of the content, untrusted, sends readers and the site itself: none where something is wrong with it,
 * which its check tells. Pure.
 */
export const addressesIn = (file: string, text: string): Address[] =>
  KINDS.find(([pattern]) => pattern.test(file))?.[1](text, file) ?? [];

/** Where `outlet.yaml` sends money, letters, subscribers, and readers who compare the fingerprint. */
function outletAddresses(text: string, path: string): Address[] {
  const outlet: Partial<Outlet> = parseOutlet(text, { path }).value ?? {};
  const { support, newsletters = [], fingerprintAt = [], social = [] } = outlet;
  const { name, contact, licence, program } = outlet;
  return withTexts(outlet, '', [
    ...words(name, ['name'], 'name'),
    ...leaves(contact, ['contact'], 'contact'),
    ...leaves(licence?.url, ['licence', 'url'], 'licence'),
    ...leaves(program, ['program'], 'program'),
    ...(support?.methods ?? []).flatMap((method, at) =>
      methodAddresses(method, ['support', 'methods', at]),
    ),
    ...(support?.notices ?? []).flatMap(({ place, text }, at) =>
      Object.entries(text).flatMap(([language, told]) =>
        words(
          `${place[language] ?? ''}: ${told}`,
          ['support', 'notices', at, 'text', language],
          `support.notices.${language}`,
        ),
      ),
    ),
    ...newsletters.flatMap(({ id, name: called, privacy, provider }, at) => [
      ...words(called, ['newsletters', at, 'name'], `newsletters.${id}.name`),
      ...leaves(privacy, ['newsletters', at, 'privacy'], `newsletters.${id}.privacy`),
      ...leaves(provider, ['newsletters', at, 'provider'], `newsletters.${id}`),
    ]),
    ...fingerprintAt.flatMap(({ name: place, url }, at) =>
      leaves(url, ['fingerprintAt', at, 'url'], `fingerprintAt.${place}`),
    ),
    ...social.flatMap(({ name: place, url }, at) =>
      leaves(url, ['social', at, 'url'], `social.${place}`),
    ),
  ]);
}

function methodAddresses(
  { id, name, mark, link, links = [], terms, account }: SupportMethod,
  path: FieldPath,
): Address[] {
  const role = `support.methods.${id}`;
  return [
    ...words(name, [...path, 'name'], `${role}.name`),
    ...words(mark, [...path, 'mark'], `${role}.mark`),
    ...leaves(link, [...path, 'link'], `${role}.link`),
    ...leaves(terms, [...path, 'terms'], `${role}.terms`),
    ...links.flatMap(({ url, ...when }, at) =>
      leaves(url, [...path, 'links', at, 'url'], `${role}.links ${JSON.stringify(when)}`),
    ),
    ...leaves(account, [...path, 'account'], `${role}.account`),
  ];
}

function mirrorAddresses(text: string, file: string): Address[] {
  const { value = [], archives } = parseMirrors(text, { path: file });
  return [
    ...value.flatMap(({ name, base, wildcard = base, names, feeds, passOn, place }, at) => [
      ...leaves(wildcard, ['mirrors', at, 'address'], `mirrors.${name}.address`),
      ...leaves({ names, feeds, passOn, ...settingsOf(place) }, ['mirrors', at], `mirrors.${name}`),
    ]),
    ...archives.flatMap(({ trackers, file: place }, at) =>
      leaves({ trackers, file: place }, ['archives', at], 'archives'),
    ),
  ];
}

/** Where letters to an author go, and whom readers take for the author elsewhere. */
function authorAddresses(text: string, file: string): Address[] {
  const author: Partial<Author> = parseAuthor(text, { path: file }).value ?? {};
  const { name, email, links = [] } = author;
  return withTexts(author, `${file} `, [
    ...words(name, ['name'], `${file} name`),
    ...leaves(email, ['email'], `${file} email`),
    ...links.flatMap(({ name: place, url }, at) =>
      leaves(url, ['links', at, 'url'], `${file} ${place}`),
    ),
  ]);
}

/** Fields that hold no words, and those that nobody but a maintainer changes. Every other one is read, new ones too. */
const WORDLESS = new Set<unknown>(
  'id photo mark lang code locale timeZone origin tagAuthority rootFingerprint'.split(' '),
);

/**
 * Adds to the addresses in a record's own fields for them those that stand among the words of all its other fields.
 * @param whose What comes before the words that say what an address is there for.
 */
function withTexts(record: object, whose: string, addresses: Address[]): Address[] {
  const keyOf = (path: FieldPath) => JSON.stringify(path);
  const told = new Set(addresses.filter((one) => !one.isWords).map(({ path }) => keyOf(path)));
  const texts = leaves(record, [], '').filter(
    ({ path }) => !told.has(keyOf(path)) && !path.some((field) => WORDLESS.has(field)),
  );
  const written = texts.flatMap(({ path, value }) =>
    textAddresses(value).map((one) => ({ ...one, path, role: `${whose}${one.role}` })),
  );
  return [...addresses, ...written];
}

/** Every line of a file of settings, its comments apart: what writers type is sent where it says, tokens too. */
function lineAddresses(text: string): Address[] {
  return text.split('\n').flatMap((line) => {
    const [, role = '', value = ''] =
      /^\s*(?:([a-z]+):)?\s*([^\s#](?:[^#]|(?<!\s)#)*)/.exec(line) ?? [];
    const written = value.trim().replace(/^(["'])(.*)\1$/, '$2');
    return written === '' ? [] : [{ path: role === '' ? [] : [role], value: written, role }];
  });
}

const words = (value: unknown, path: FieldPath, role: string): Address[] =>
  leaves(value, path, role).map((leaf) => ({ ...leaf, isWords: true }));

/** All texts inside a value, each with its field. */
function leaves(value: unknown, path: FieldPath, role: string): Address[] {
  if (typeof value === 'string') return [{ path, value, role }];
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...path, at], role));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    leaves(one, [...path, name], `${role}.${name}`),
  );
}

/** What is written of where a mirror's files are put: a branch that is not named is no news. */
const settingsOf = (place: MirrorPlace) =>
  Object.fromEntries(
    Object.entries(place).filter(
      ([setting, value]) => setting !== 'kind' && !(setting === 'branch' && value === 'pages'),
    ),
  );
