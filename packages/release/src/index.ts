export { buildTree, type BuiltTree, type TreeSummary } from './tree/build-tree.ts';
export { contentTypeOf, isRebased } from './tree/content-type.ts';
export type { FileRecord } from './tree/file-record.ts';
export { LeafRow, listLeaves, type ReadNode } from './tree/leaf-row.ts';
export { listFolder, readRecords } from './tree/read-folder.ts';
export { type TreeChanges, type UpdatedTree, updateTree } from './tree/update-tree.ts';
export { buildBundle, listHeadFiles } from './sign/head-files.ts';
export {
  nextMirrors,
  type ListKeys,
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
export { signedAt } from './sign/lifetimes.ts';
export { chooseSigners } from './keys/choose-signers.ts';
export { fingerprintOf, formatFingerprint, parseWords, toWords } from './keys/fingerprint.ts';
export { initKeys, type InitOptions, makeKey, type NewKeys } from './keys/init-keys.ts';
export {
  type KeyFile,
  openKey,
  type OpenKey,
  openSeed,
  parseKeyFile,
  Sealer,
  sealKey,
  startStretching,
} from './keys/key-file.ts';
export {
  type AskPassphrase,
  isReadableByOthers,
  listKeyFiles,
  openKeyFolder,
  readEnvironmentKeys,
  SEED_PREFIX,
  type SeenKeyFile,
  surveyKeyFiles,
  writeKeyFile,
  writeSeed,
} from './keys/key-folder.ts';
export { buildRecoverySheet, parseRecoveryWords } from './keys/recovery-sheet.ts';
export { listSigners, rotateRoot } from './keys/rotate-root.ts';
export { diffTrees, type FileChange } from './store/diff-trees.ts';
export { type MadeRelease, makeRelease, type MakeReleaseOptions } from './store/make-release.ts';
export { bytesPath } from './store/hold-bytes.ts';
export { nodePath, readNodesFrom } from './store/node-files.ts';
export {
  loadState,
  parseState,
  publishedFolder,
  type ReleaseState,
  saveState,
} from './store/release-state.ts';
export { parsePublishedName, type PublishedName } from './store/published-files.ts';
export { type KeptRelease, type RestoredState, restoreState } from './store/restore-state.ts';
export { listMissing } from './store/list-missing.ts';
export { FormerBytes } from './store/former-bytes.ts';
export { surveyTree } from './store/survey-tree.ts';
export { syncRelease } from './store/sync-release.ts';
export { startWith, verifyState } from './store/verify-state.ts';
export { MAX_LIST_BYTES, MAX_STATE_BYTES } from './store/limits.ts';
export {
  refreshBundle,
  type Refreshed,
  type ReleasePlace,
  type Resigning,
  signAgain,
} from './store/sign-again.ts';
export { type ReadTree, toRoot } from './store/read-tree.ts';
export { fetchHead, type FetchedHead, type Known } from './inspect/fetch-head.ts';
export { listHeadChecks } from './inspect/inspect-head-files.ts';
export { openFolder } from './inspect/folder-source.ts';
export { FormerFiles } from './inspect/former-files.ts';
export { type MirrorOptions, MirrorSource, openMirror } from './inspect/mirror-source.ts';
export {
  type Finding,
  type Found,
  isFresh,
  isOld,
  isOtherPage,
  judgeFound,
} from './inspect/verdict.ts';
export { inspectRelease } from './inspect/inspect-release.ts';
export type { InspectOptions, Inspection, Lost, Scope } from './inspect/inspection.ts';
export { type Source, SourceError } from './inspect/source.ts';
export { explainFinding } from './inspect/explain-finding.ts';
export { loadTrust, recallTrust, rememberTrust, saveTrust } from './inspect/trust-memory.ts';
