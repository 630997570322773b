import { isNoPage } from '../answer/is-no-page.ts';
import type { Reader } from '../answer/reader.ts';

/** The worker's own script in the tree: a release without it tells the worker to stand down. */
const OWN_SCRIPT = 'worker.js';

/** What is done beside answering: keeping what the worker itself needs, letting go of what is over, standing down. */
export class Upkeep {
  readonly #worker: ServiceWorkerGlobalScope;
  readonly #reader: Reader;
  /** Number of the release for which all was done. */
  #done = 0;

  constructor(worker: ServiceWorkerGlobalScope, reader: Reader) {
    this.#worker = worker;
    this.#reader = reader;
  }

  /** Runs once for each release that is met. What does not come now is fetched another time. */
  async run(): Promise<void> {
    const { known, kept, nodes, options } = this.#reader;
    const number = known.head?.release.number ?? 0;
    if (number === this.#done) return;
    this.#done = number;
    // Soonest of all what is shown when nothing answers. An edition may have ended since this worker came.
    for (const name of ['reader.html', 'reader.json'])
      for (const lang of options.settings.languages)
        await this.pin(`${lang}/${name}`).catch(() => (this.#done = 0));
    try {
      await this.#reader.find(OWN_SCRIPT, false);
    } catch (error) {
      this.#done = 0;
      if (isNoPage(error) && known.isFresh()) await this.purge();
    }
    await kept.sweep(options.now());
    await nodes.sweep();
  }

  /** Fetches a file and keeps it at the reader's wish. */
  async pin(path: string): Promise<number> {
    const { kept, options } = this.#reader;
    const found = await this.#reader.find(path, false);
    const isKept = await kept.keep(path, found, options.now(), true);
    if (!isKept) throw new Error('no room');
    return found.bytes.length;
  }

  /** Deletes everything and ends. */
  async purge(): Promise<void> {
    await this.#reader.options.store.clear();
    await this.#worker.registration.unregister();
  }
}
