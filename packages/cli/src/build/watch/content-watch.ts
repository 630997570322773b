import { type FSWatcher, watch } from 'node:fs';
import { sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTLE_MAX_MS, SETTLE_MS, WAIT_MAX_MS } from '../limits.ts';

/** Tells when something in a folder was saved, from its opening on: what is saved during a build counts for the next. */
export class ContentWatch {
  readonly #watcher: FSWatcher;
  readonly #stop: AbortSignal;
  #saves = 0;
  #files = new Set<string>();
  #told = 0;
  #error: Error | undefined;
  #wake: () => void = () => undefined;

  /** @throws errors of the file system where there is no such folder, or the system watches no more */
  constructor(folder: string, stop: AbortSignal) {
    this.#stop = stop;
    this.#watcher = watch(folder, { recursive: true }, (_, file) => {
      this.#saves += 1;
      if (file !== null) this.#files.add(file.split(sep).join('/'));
      this.#wake();
    });
    this.#watcher.on('error', (error: Error) => {
      this.#error = error;
      this.#wake();
    });
    stop.addEventListener('abort', () => {
      this.#wake();
    });
  }

  close(): void {
    this.#watcher.close();
  }

  /** What was saved since the last call, as the disk spells it, from the folder. Systems may leave something out. */
  take(): ReadonlySet<string> {
    const files = this.#files;
    this.#files = new Set();
    return files;
  }

  /**
   * Waits until something was saved since the last call and nothing more comes for a moment, or a time has come, or it is
   * stopped.
   * @param until Milliseconds since 1970.
   * @throws the error that the watching ended with
   */
  async next(until: number): Promise<void> {
    while (this.#saves === this.#told && !this.#isOver() && Date.now() < until)
      await this.#sleep(Math.min(until - Date.now(), WAIT_MAX_MS));
    await this.#settle();
    if (this.#error !== undefined) throw this.#error;
  }

  /** Editors write a file in several steps, and git many files. */
  async #settle(): Promise<void> {
    const end = Date.now() + SETTLE_MAX_MS;
    while (this.#saves !== this.#told && !this.#isOver() && Date.now() < end) {
      this.#told = this.#saves;
      await sleep(SETTLE_MS);
    }
    this.#told = this.#saves;
  }

  #isOver(): boolean {
    return this.#stop.aborted || this.#error !== undefined;
  }

  async #sleep(ms: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => {
      woken.abort();
    };
    await sleep(Math.max(ms, 0), undefined, { signal: woken.signal }).catch(() => undefined);
  }
}
