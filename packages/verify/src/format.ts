/** How a release's files are written (SPEC, sections 2 to 5): for what makes releases and looks into them. */
export {
  canonicalize,
  encodeCanonical,
  type JsonObject,
  type JsonValue,
  parseCanonical,
} from './json/canonical-json.ts';
export { BLOCK_BYTES, BLOCK_HASHES, MAX_FILE_BYTES, PIECE_BYTES } from './limits.ts';
export { decodeNode } from './node/decode-node.ts';
export { fromHex, toHex } from './node/hex.ts';
export { countPieces, pieceSize } from './node/pieces.ts';
export { type ChildNode, isLeaf, NODE_VERSION } from './node/tree-node.ts';
export { findCollision, listFolders } from './path/find-collision.ts';
export { isObject, type Shape, startShape } from './shape.ts';
