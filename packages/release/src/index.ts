export * from './verify/index.ts';
export { buildTree, type BuiltTree, type TreeSummary } from './tree/build-tree.ts';
export { contentTypeOf, isRebased } from './tree/content-type.ts';
export type { FileRecord } from './tree/file-record.ts';
export { listLeaves, type ReadNode } from './tree/leaf-row.ts';
export { listFolder, readRecords } from './tree/read-folder.ts';
export { type TreeChanges, type UpdatedTree, updateTree } from './tree/update-tree.ts';
export {
  buildBundle,
  listHeadFiles,
  type OnlineKeys,
  refreshTimestamp,
  type ReleaseInput,
  renewHead,
  type SignedHead,
  signMirrors,
  signRelease,
} from './sign/signed-head.ts';
export { type RoleSigners, type Signers, signRoot } from './sign/sign-root.ts';
export {
  createSigningKey,
  namePublicKey,
  type PublicKey,
  type SigningKey,
} from './sign/signing-key.ts';
export { SigningError } from './signing-error.ts';
