import { isNoPage } from '../answer/is-no-page.ts';
import type { Reader } from '../answer/reader.ts';

/** The worker's own script in the tree: a release without it tells the worker to stand down. */
const OWN_SCRIPT = 'worker.js';

/** What is done beside answering: keeping what the worker itself needs, letting go of what is over, standing down. */
export class Upkeep {
  readonly #worker: ServiceWorkerGlobalScope;
  readonly #reader: Reader;
  /** Number of the release for which all was done, or is being done. */
  #done = 0;
  #running = Promise.resolve();
  #isOver = false;

  constructor(worker: ServiceWorkerGlobalScope, reader: Reader) {
    this.#worker = worker;
    this.#reader = reader;
  }

  /** Runs once for each release that is met. What does not come now is fetched another time. */
  run(): Promise<void> {
    const number = this.#reader.known.head?.release.number ?? 0;
    if (number !== this.#done && !this.#isOver) {
      this.#done = number;
      this.#running = this.#keepUp().catch(() => void (this.#done = 0));
    }
    return this.#running;
  }

  async #keepUp(): Promise<void> {
    const { known, kept, nodes, options } = this.#reader;
    let isDone = true;
    // Soonest of all what is shown when nothing answers. An edition may have ended since this worker came.
    for (const name of ['reader.html', 'reader.json'])
      for (const lang of options.settings.languages)
        await this.pin(`${lang}/${name}`).catch(() => (isDone = false));
    try {
      await this.#reader.find(OWN_SCRIPT, false);
    } catch (error) {
      isDone = false;
      if (isNoPage(error) && known.isFresh()) await this.purge();
    }
    await kept.sweep(options.now());
    await nodes.sweep();
    if (!isDone) this.#done = 0;
  }

  /**
   * Fetches a file and keeps it at the reader's wish.
   * @returns whether there was room
   * @throws where nobody has it
   */
  async pin(path: string): Promise<boolean> {
    const { kept, options } = this.#reader;
    return kept.keep(path, await this.#reader.find(path, false), options.now(), true);
  }

  /** Deletes everything and ends. */
  async purge(): Promise<void> {
    this.#isOver = true;
    await this.#reader.options.store.clear();
    await this.#worker.registration.unregister();
  }
}
