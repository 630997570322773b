import { SOURCES_AT_ONCE } from '../../limits.ts';

type Waiting = [host: string, isUrgent: boolean, start: () => void];

/**
 * Lets one job at a time have a host: so there is one connection to it, whatever the protocol. What is not urgent also waits
 * while {@link SOURCES_AT_ONCE} hosts are at work: a page's pictures are many, and each would ask a host of its own.
 */
export class HostQueue {
  readonly #busy = new Set<string>();
  #waiting: Waiting[] = [];

  /**
   * Runs a job when the host is free.
   * @param isUrgent Goes before those that wait: a page before pictures.
   */
  async run<Result>(host: string, isUrgent: boolean, job: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((start) => {
      this.#waiting[isUrgent ? 'unshift' : 'push']([host, isUrgent, start]);
      this.#startNext();
    });
    try {
      return await job();
    } finally {
      this.#busy.delete(host);
      this.#startNext();
    }
  }

  #startNext(): void {
    this.#waiting = this.#waiting.filter(([host, isUrgent, start]) => {
      if (this.#busy.has(host) || (!isUrgent && this.#busy.size >= SOURCES_AT_ONCE)) return true;
      this.#busy.add(host);
      start();
      return false;
    });
  }
}
