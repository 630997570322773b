import type { Page } from '@playwright/test';

/** Milliseconds for the worker to answer. */
const ANSWER_MS = 10_000;

/** Asks the worker something, from a page of the site. @returns undefined if it says nothing */
export function askWorker(page: Page, ask: string): Promise<unknown> {
  return page.evaluate(post, { ask, patience: ANSWER_MS });
}

/** Runs in the page. */
async function post({ ask, patience }: { ask: string; patience: number }): Promise<unknown> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
    active?.postMessage({ ask }, [port2]);
    setTimeout(resolve, patience);
  });
}
