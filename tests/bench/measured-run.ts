import { spawn } from 'node:child_process';
import path from 'node:path';

/** What one command took. */
export interface Run {
  /** Seconds of wall time. */
  seconds: number;
  /** The largest resident set of one of its processes (GNU time), in MB of 1,000,000 bytes. */
  memory: number;
}

export const repository = path.resolve(import.meta.dirname, '../..');

/** Runs a command quietly from the repository's root. @throws with what it said, where it fails */
export function measureRun(command: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('/usr/bin/time', ['-f', 'maxrss %M', ...command], {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) {
        reject(new Error(said));
        return;
      }
      const kilobytes = Number(/maxrss (\d+)/.exec(said)?.[1]);
      resolve({ seconds: (performance.now() - started) / 1000, memory: (kilobytes * 1024) / 1e6 });
    });
  });
}

/** The middle of several numbers; of an even count the lower of the two. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? Number.NaN;
