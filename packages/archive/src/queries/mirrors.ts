import type { Mirror } from '@tamizdat/article-schema';

/** What readers may know of a mirror; how it is published to stays with the newsroom. */
export type ShownMirror = Pick<Mirror, 'name' | 'base' | 'languages' | 'torrents'>;

/** The announced mirrors that are meant for a language, in the order of `mirrors.yaml`. */
export function mirrorsFor<M extends Pick<Mirror, 'languages'>>(
  mirrors: readonly M[],
  lang: string,
): M[] {
  return mirrors.filter(({ languages }) => languages.length === 0 || languages.includes(lang));
}
