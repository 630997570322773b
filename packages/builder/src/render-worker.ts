import { workerData } from 'node:worker_threads';
import type { Task } from './plan-rendering.ts';
import type { Made } from './render-record.ts';
import { type RenderJob, Workshop } from './workshop.ts';

const job = (workerData as [unknown, RenderJob])[1];
let opened: Promise<Workshop> | undefined;

/**
 * Makes and writes what some tasks are for, in a thread of its own.
 *
 * What the system refused reaches whoever explains it: of an error that leaves a thread its words and its cause alone are
 * left (structured clone).
 */
export async function makeAll(tasks: readonly Task[]): Promise<Made[]> {
  try {
    return await (await (opened ??= Workshop.open(job))).makeAll(tasks);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
    throw new Error(error.message, { cause: { code, syscall, path, dest } });
  }
}
