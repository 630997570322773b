import type { VerifySignature } from '@tamizdat/verify';
import { Reader } from '../answer/reader.ts';
import { openCacheStore } from '../kept/cache-store.ts';
import { answerRequest } from './answer-request.ts';
import type { StartCore } from './core-interface.ts';
import { hearMessage } from './hear-message.ts';
import { Upkeep } from './upkeep.ts';

/** Makes what starts the worker in a browser. */
export function startWorker(verifySignature?: VerifySignature): StartCore {
  return (worker, settings) => {
    const { scope } = worker.registration;
    const reader = new Reader({
      scope,
      settings,
      store: openCacheStore(scope),
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      draw: Math.random,
      verifySignature,
    });
    const parts = { worker, reader, shown: new Map(), upkeep: new Upkeep(worker, reader) };
    return {
      install: async () => {
        await reader.begin();
        // Not waited for: whoever leaves at once has it, and nobody has to wait for it.
        void parts.upkeep.run();
      },
      answer: (event) => answerRequest(parts, event),
      hear: (event) => hearMessage(parts, event),
    };
  };
}
