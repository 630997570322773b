/** An answer of the worker, whatever was asked. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * Asks the site's worker.
 * @returns undefined where there is no worker
 */
export async function ask(base: string, question: Answer): Promise<Answer | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  const worker = registration?.active;
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}
