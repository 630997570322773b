export {
  loadReaderScripts,
  type ReaderScripts,
  workerScript,
} from './build/load-reader-scripts.ts';
export type { Settings } from './worker/settings.ts';
