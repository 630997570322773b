import sharp from 'sharp';
import { DRAWER_LOOKS_MS } from '../limits.ts';
import { type Drawn, type DrawJob, drawPng } from './draw-png.ts';

/**
 * The process in which drawings are drawn: nothing ends libvips in the middle of one, but the end of its process. It
 * counts its own CPU time, so that a busy machine refuses no drawing, and ends itself beyond the job's.
 */
sharp.concurrency(1);

process.on('message', (job: DrawJob) => void answer(job));

async function answer(job: DrawJob): Promise<void> {
  const start = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(start);
    if (user + system > job.cpuMs * 1_000) tell({ failed: 'costly' }, end);
  }, DRAWER_LOOKS_MS);
  try {
    tell({ png: await drawPng(job) });
  } catch {
    tell({ failed: 'damaged' });
  } finally {
    clearInterval(watch);
  }
}

function tell(drawn: Drawn, then?: () => void): void {
  process.send?.(drawn, () => then?.());
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
