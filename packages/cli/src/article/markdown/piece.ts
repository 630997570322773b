import { ElementType, type parseDocument } from 'htmlparser2';

/** A piece of parsed HTML. */
export type Piece = ReturnType<typeof parseDocument>['children'][number];

/** An element of it. */
export type Tag = Extract<Piece, { name: string; attribs: object }>;

export const isTag = (piece: Piece): piece is Tag => piece.type === ElementType.Tag;
