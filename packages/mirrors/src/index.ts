export { SILENCE_MS } from './limits.ts';
export { MirrorError } from './mirror-error.ts';
export type { MirrorTarget, Place } from './kinds/place.ts';
export type { Outgoing, Store, StoreFeatures } from './kinds/store.ts';
export { openFolderStore } from './kinds/folder-store.ts';
export { openStore } from './kinds/open-store.ts';
export { type LocalRelease, loadLocalRelease } from './publish/local-release.ts';
export type { Progress } from './publish/carry-out.ts';
export { publishMirror, type Published, type PublishOptions } from './publish/publish-mirror.ts';
export {
  describeFailure,
  type Failure,
  publishAll,
  type PublishAllOptions,
  type Report,
} from './publish/publish-all.ts';
