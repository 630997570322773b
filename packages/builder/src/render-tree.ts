import { Tinypool } from 'tinypool';
import { ARTICLES_FOR_THREADS, ROUTES_PER_TASK } from './limits.ts';
import type { RenderJob } from './render-worker.ts';
import type { Route } from './renderer.ts';

export interface RenderOptions extends RenderJob {
  /** Threads at most. */
  threads: number;
  /** Told as files are written. */
  onProgress?: (done: number, all: number) => void;
}

/**
 * Renders an outlet whole: every page, feed, picture and the search of every edition.
 * @returns how many files were rendered, the search not counted.
 * @throws what the first template that fails throws; the folder is then half written.
 */
export async function renderTree({ threads, onProgress, ...job }: RenderOptions): Promise<number> {
  const pool = new Tinypool({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: job.content.articles.length < ARTICLES_FOR_THREADS ? 1 : threads,
    workerData: job,
  });
  try {
    const routes = (await pool.run(undefined, { name: 'listRoutes' })) as Route[];
    let done = 0;
    const rendering = inTasks(routes).map(async (task) => {
      await pool.run(task, { name: 'renderFiles' });
      done += task.length;
      onProgress?.(done, routes.length);
    });
    // Queued first, since an index is the longest task of all.
    const indexing = job.content.outlet.languages.map(({ code }) =>
      pool.run(code, { name: 'writeSearchIndex' }),
    );
    await Promise.all([...indexing, ...rendering]);
    return routes.length;
  } finally {
    await pool.destroy();
  }
}

function inTasks(routes: readonly Route[]): Route[][] {
  const tasks: Route[][] = [];
  for (let start = 0; start < routes.length; start += ROUTES_PER_TASK)
    tasks.push(routes.slice(start, start + ROUTES_PER_TASK));
  return tasks;
}
