import type { FeedItem } from './model.ts';

/** An absolute IRI, as RFC 4287 wants an entry's id; former systems had other texts in RSS. */
const IRI = /^[a-z][a-z\d+.-]{0,30}:[^\s<>"{}|\\^`]+$/i;

/** The id under which readers know an item: the former one where there is one. */
export const shownId = ({ id, formerId }: FeedItem): string => formerId ?? id;

/** The same for Atom, which takes addresses alone. */
export const shownIri = ({ id, formerId }: FeedItem): string =>
  formerId !== undefined && IRI.test(formerId) ? formerId : id;
