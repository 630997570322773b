import { createHash } from 'node:crypto';
import { baseOfName, basesOf, type Mirror } from '@tamizdat/article-schema';

/** What readers may know of a mirror; how it is published to stays with the newsroom. */
export type ShownMirror = Pick<
  Mirror,
  'name' | 'base' | 'wildcard' | 'names' | 'passOn' | 'languages' | 'torrents' | 'worker'
>;

/** A mirror as pages may know of it. */
export function showMirror(mirror: Mirror): ShownMirror {
  const { name, base, wildcard, names, passOn, languages, torrents = [], worker } = mirror;
  const ofWildcard = {
    ...(wildcard === undefined ? {} : { wildcard }),
    ...(names === undefined ? {} : { names }),
    ...(passOn === undefined ? {} : { passOn }),
  };
  return { name, base, ...ofWildcard, languages, torrents, worker };
}

/** The announced mirrors that are meant for a language, in the order of `mirrors.yaml`. */
export function mirrorsFor<M extends Pick<Mirror, 'languages'>>(
  mirrors: readonly M[],
  lang: string,
): M[] {
  return mirrors.filter(({ languages }) => languages.length === 0 || languages.includes(lang));
}

/** Each announced address as a mirror of its own: names of a wildcard are called `harbour--vetla`, as no mirror may be. */
export const eachAddress = (mirrors: readonly ShownMirror[]): ShownMirror[] =>
  mirrors.flatMap((mirror) =>
    mirror.wildcard === undefined
      ? [mirror]
      : basesOf(mirror).map((base, at) => namedMirror(mirror, base, at)),
  );

function namedMirror(
  { name, names = [], languages, torrents, worker }: ShownMirror,
  base: string,
  at: number,
): ShownMirror {
  const called = `${name}--${names[at] ?? ''}`;
  // One folder holds the archive: one of its addresses is enough.
  const held = at === 0 && torrents !== undefined ? { torrents } : {};
  return { name: called, base, languages, worker, ...held };
}

/**
 * The base address that an article offers to be passed on: always the same for one article, so that no page changes but
 * those whose name is taken out of the pool.
 * @param mirrors Those that are meant for the article's language.
 * @param id The article's.
 * @returns undefined where the outlet offers none
 */
export function chooseToPassOn(mirrors: readonly ShownMirror[], id: string): string | undefined {
  const pool = mirrors.flatMap(({ wildcard, passOn = [] }) =>
    wildcard === undefined ? [] : passOn.map((label) => baseOfName(wildcard, label)),
  );
  const ranked = pool.map((base) => ({ base, rank: rankOf(id, base) }));
  return ranked.toSorted((one, other) => (one.rank < other.rank ? -1 : 1))[0]?.base;
}

const rankOf = (id: string, base: string): string =>
  createHash('sha256').update(`${id} ${base}`).digest('hex');
