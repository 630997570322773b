import { Worker } from 'node:worker_threads';
import { PARSE_BATCH } from '../limits.ts';
import type { Read } from '../kept/made-by-kind.ts';
import type { ParseJob } from './parse-job.ts';
import type { ContentFile } from './walk-content.ts';

type Parse = (files: readonly ContentFile[], job: ParseJob) => Read<'article'>[];

/** Parses articles in `count` worker threads, or here where there are none or too little to do. */
export async function parseInWorkers(
  files: readonly ContentFile[],
  job: ParseJob,
  count: number,
  parseHere: Parse,
): Promise<Read<'article'>[]> {
  const batches: (readonly ContentFile[])[] = [];
  for (let start = 0; start < files.length; start += PARSE_BATCH) {
    batches.push(files.slice(start, start + PARSE_BATCH));
  }
  if (count < 1 || batches.length < 2) return parseHere(files, job);
  const results: Read<'article'>[][] = [];
  const queue = [...batches.entries()].reverse();
  const hands = Array.from({ length: Math.min(count, batches.length) }, () =>
    drain(queue, results, job),
  );
  await Promise.all(hands);
  return results.flat();
}

/** One worker takes batches from the queue until there are none; results keep the files' order. */
async function drain(
  queue: [number, readonly ContentFile[]][],
  results: Read<'article'>[][],
  job: ParseJob,
): Promise<void> {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { workerData: job });
  try {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [index, files] = next;
      results[index] = await ask(worker, files);
    }
  } finally {
    await worker.terminate();
  }
}

function ask(worker: Worker, files: readonly ContentFile[]): Promise<Read<'article'>[]> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', answered);
      worker.off('error', failed);
    };
    const answered = (articles: Read<'article'>[]) => {
      settle();
      resolve(articles);
    };
    const failed = (error: unknown) => {
      settle();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.on('message', answered);
    worker.on('error', failed);
    worker.postMessage(files);
  });
}
