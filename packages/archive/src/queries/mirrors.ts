import { basesOf, type Mirror } from '@tamizdat/article-schema';

/** What readers may know of a mirror; how it is published to stays with the newsroom. */
export type ShownMirror = Pick<
  Mirror,
  'name' | 'base' | 'wildcard' | 'names' | 'languages' | 'torrents'
>;

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
  { name, names = [], languages, torrents }: ShownMirror,
  base: string,
  at: number,
): ShownMirror {
  const called = `${name}--${names[at] ?? ''}`;
  // One folder holds the archive: one of its addresses is enough.
  const held = at === 0 && torrents !== undefined ? { torrents } : {};
  return { name: called, base, languages, ...held };
}
