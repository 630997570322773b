export { MirrorError } from './mirror-error.ts';
export type { MirrorTarget, Place } from './kinds/place.ts';
export type { Outgoing, Store, StoreFeatures } from './kinds/store.ts';
export { openFolderStore } from './kinds/folder-store.ts';
export { openStore } from './kinds/open-store.ts';
export { type LocalRelease, loadLocalRelease } from './publish/local-release.ts';
export type { Progress } from './publish/carry-out.ts';
export { parseStatus } from './publish/status.ts';
export { publishMirror, type Published, type PublishOptions } from './publish/publish-mirror.ts';
export {
  describeFailure,
  type Failure,
  type Report,
  withoutPasswords,
} from './publish/publish-all.ts';
export { publishApart, type PublishApartOptions } from './publish/publish-apart.ts';
export { rebaseFile } from './base/rebase-file.ts';
export { DEFAULT_MAX_COPY_BYTES, MAX_STATUS_BYTES, PULL_CONNECTIONS } from './limits.ts';
export { roomOf, showBytes } from './pull/ensure-room.ts';
export { explainFault } from './pull/explain-fault.ts';
export { type Pull, pullMirror, type PullOptions, type PullProgress } from './pull/pull-mirror.ts';
export { PulledFolder } from './pull/pulled-folder.ts';
