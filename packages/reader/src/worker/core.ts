import { startWorker } from './browser/start-worker.ts';

/** What the stub calls: the worker for browsers whose WebCrypto knows Ed25519. */
export const start = startWorker();
