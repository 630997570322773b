export { boundServed, replaceBase } from './base-address.ts';
export { type Bundle, type HeadFiles, parseBundle } from './bundle.ts';
export { listPieces, type Piece, type Source, verifyFile, verifyPiece } from './file.ts';
export {
  forgetReplaced,
  type Head,
  startTrust,
  type Trust,
  verifyAddresses,
  verifyHead,
  verifyMirrors,
  type VerifyOptions,
  verifyRelease,
  verifyRoots,
  verifySnapshot,
  verifyTargets,
  verifyTimestamp,
} from './head.ts';
export {
  type FileClaim,
  type FileRole,
  type Keyring,
  type Metadata,
  parseClaim,
  parseDelegation,
  parseMetadata,
  parseRoot,
  type Role,
  ROLES,
  type RootMetadata,
} from './metadata.ts';
export {
  claimChildren,
  claimRoot,
  locateFile,
  type LocatedFile,
  type NodeClaim,
  verifyNode,
  verifyNodeHash,
} from './node.ts';
export {
  isBaseAddress,
  type Mirror,
  type MirrorList,
  parseMirrors,
  parseRelease,
  type Release,
} from './release-file.ts';
export { type NumberedRole, readNumbered, verifyNumbered } from './numbered-metadata.ts';
export { verifyEd25519, type VerifySignature, verifySigned } from './signatures.ts';
export { type FollowedList, followMirrors, isShrunken } from './followed-list.ts';
export { digest } from './digest.ts';
export { isStrictPath } from './path/strict-path.ts';
export type { LeafNode, TreeFile, TreeNode } from './node/tree-node.ts';
export { MAX_BYTES, MAX_NODE_BYTES } from './limits.ts';
export { ReleaseError, type ReleaseErrorCode, type ReleaseErrorDetail } from './release-error.ts';
