import { type Content, mirrorsFor } from '@tamizdat/archive';
import { EDITION_MIRRORS_MAX } from '@tamizdat/take-along';

/**
 * Base addresses of the mirrors that a book or a stick names, but `base` itself. One that another channel hands out is not
 * named: a block goes on to show where its address leaked.
 */
export const namedMirrors = (
  { mirrors }: Pick<Content, 'mirrors'>,
  lang: string,
  base: string,
): string[] =>
  mirrorsFor(mirrors, lang)
    .filter((mirror) => mirror.channel === undefined && mirror.base !== base)
    .map((mirror) => mirror.base)
    .slice(0, EDITION_MIRRORS_MAX);
