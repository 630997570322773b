export { rebaseFile } from './base/rebase-file.ts';
export { HttpClient } from './http/http-client.ts';
export { parseProxy, type Proxy } from './http/proxy.ts';
export { DEFAULT_MAX_COPY_BYTES, SILENCE_MS } from './limits.ts';
export { showBytes } from './pull/ensure-room.ts';
export { MirrorSource, type MirrorSourceOptions } from './pull/mirror-source.ts';
export { PullError } from './pull/pull-error.ts';
export { type Pull, pullMirror, type PullOptions, type PullProgress } from './pull/pull-mirror.ts';
export { PulledFolder } from './pull/pulled-folder.ts';
