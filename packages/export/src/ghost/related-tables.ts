import type { ShownName, ShownTaxon } from '@tamizdat/render';

/** What a post belongs to, in its order. */
export interface Related {
  post: string;
  tags: readonly ShownTaxon[];
  byline: readonly ShownName[];
}

type Row = Record<string, unknown>;

/** Tables of tags and people, and who belongs to which post. The first tag is the section. */
export function relatedTables(all: readonly Related[]): Record<string, Row[]> {
  const tags = new Map<string, string>();
  const users = new Map<string, string>();
  const postsTags: Row[] = [];
  const postsAuthors: Row[] = [];
  for (const { post, tags: own, byline } of all) {
    const ids = new Set(own.map(({ id }) => id));
    for (const { id, name } of own) if (!tags.has(id)) tags.set(id, name);
    [...ids].forEach((id, order) =>
      postsTags.push({ post_id: post, tag_id: id, sort_order: order }),
    );
    const people = byline.flatMap(({ author, name }) =>
      author === undefined ? [] : [[author, name] as const],
    );
    for (const [id, name] of people) users.set(id, name);
    people.forEach(([id], order) =>
      postsAuthors.push({ post_id: post, author_id: id, sort_order: order }),
    );
  }
  return {
    tags: rowsOf(tags, (id, name) => ({ id, name, slug: id, visibility: 'public' })),
    posts_tags: postsTags,
    // Ghost takes nobody without an address, and no two with one: this one is nobody’s (RFC 2606).
    users: rowsOf(users, (id, name) => ({ id, name, slug: id, email: `${id}@author.invalid` })),
    posts_authors: postsAuthors,
  };
}

const rowsOf = (
  names: ReadonlyMap<string, string>,
  row: (id: string, name: string) => Row,
): Row[] => [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]) => row(id, name));
