import { hashes, verifyAsync } from '@noble/ed25519';
import { startWorker } from './browser/start-worker.ts';

hashes.sha512Async = async (message) =>
  new Uint8Array(await crypto.subtle.digest('SHA-512', message as Uint8Array<ArrayBuffer>));

/** What the stub calls: the worker for browsers whose WebCrypto lacks Ed25519. */
export const start = startWorker((key, signature, message) =>
  verifyAsync(signature, message, key, { zip215: false }),
);
