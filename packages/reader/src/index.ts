export { loadReaderScripts } from './build/load-reader-scripts.ts';
export { coreName, type ReaderScripts, workerScript } from './build/worker-script.ts';
export type { Settings } from './worker/settings.ts';
