import type { WithCore } from './browser/core-interface.ts';
import { startWorker } from './browser/start-worker.ts';

/** The worker for browsers whose WebCrypto knows Ed25519, where the starter finds it. */
(globalThis as WithCore).startCore = startWorker();
