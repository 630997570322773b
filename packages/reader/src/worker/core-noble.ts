import { hashes, verifyAsync } from '@noble/ed25519';
import type { WithCore } from './browser/core-interface.ts';
import { startWorker } from './browser/start-worker.ts';

hashes.sha512Async = async (message) =>
  new Uint8Array(await crypto.subtle.digest('SHA-512', message as Uint8Array<ArrayBuffer>));

/** The worker for browsers whose WebCrypto lacks Ed25519, where the starter finds it. */
(globalThis as WithCore).startCore = startWorker((key, signature, message) =>
  verifyAsync(signature, message, key, { zip215: false }),
);
