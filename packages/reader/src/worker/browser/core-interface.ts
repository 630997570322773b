import type { Settings } from '../settings.ts';

/** What the starter hands every event on to. */
export interface Core {
  install(): Promise<void>;
  answer(event: FetchEvent): Promise<Response>;
  hear(event: ExtendableMessageEvent): Promise<void>;
}

export type StartCore = (worker: ServiceWorkerGlobalScope, settings: Settings) => Core;

/** The worker's global scope once a core was evaluated. */
export interface WithCore {
  startCore?: StartCore;
}
