import { parentPort, workerData } from 'node:worker_threads';
import { readArticles } from './parse-articles.ts';
import type { ParseJob } from './parse-job.ts';
import type { ContentFile } from './walk-content.ts';

const job = workerData as ParseJob;

parentPort?.on('message', (files: ContentFile[]) => {
  parentPort?.postMessage(readArticles(files, job));
});
