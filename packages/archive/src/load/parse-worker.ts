import { parentPort, workerData } from 'node:worker_threads';
import { parseArticles, type ParseJob } from './parse-articles.ts';
import type { ContentFile } from './walk-content.ts';

const job = workerData as ParseJob;

parentPort?.on('message', (files: ContentFile[]) => {
  parentPort?.postMessage(parseArticles(files, job));
});
