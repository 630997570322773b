/** Lets one job at a time have a host: so there is one connection to it, whatever the protocol. */
export class HostQueue {
  readonly #waiting = new Map<string, (() => void)[]>();

  /**
   * Runs a job when the host is free.
   * @param isUrgent Goes before those that wait: a page before pictures.
   */
  async run<Result>(host: string, isUrgent: boolean, job: () => Promise<Result>): Promise<Result> {
    await this.#take(host, isUrgent);
    try {
      return await job();
    } finally {
      this.#give(host);
    }
  }

  #take(host: string, isUrgent: boolean): Promise<void> {
    const waiting = this.#waiting.get(host);
    if (!waiting) {
      this.#waiting.set(host, []);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      if (isUrgent) waiting.unshift(resolve);
      else waiting.push(resolve);
    });
  }

  #give(host: string): void {
    const next = this.#waiting.get(host)?.shift();
    if (next) next();
    else this.#waiting.delete(host);
  }
}
