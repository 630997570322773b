import { spawn } from 'node:child_process';
import path from 'node:path';

/** What one command took. */
export interface Run {
  /** Seconds of wall time. */
  seconds: number;
  /** Seconds of CPU, of the command and of all processes that it started and waited for. */
  cpu: number;
  /** The largest resident set of one of its processes (GNU time), in MB of 1,000,000 bytes. */
  memory: number;
}

export const repository = path.resolve(import.meta.dirname, '../..');

/** Where a command is run, and what its surroundings say besides. */
export interface RunPlace {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs a command quietly, from the repository's root where no place is named. @throws with what it said, where it fails */
export function measureRun(
  command: readonly string[],
  { cwd = repository, env = {} }: RunPlace = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('/usr/bin/time', ['-f', 'measured %M %U %S', ...command], {
      cwd,
      env: { ...process.env, ...env },
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
      const measured = /measured (\d+) ([\d.]+) ([\d.]+)/.exec(said)?.slice(1).map(Number) ?? [];
      const [kilobytes = NaN, user = NaN, system = NaN] = measured;
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, cpu: user + system, memory: (kilobytes * 1024) / 1e6 });
    });
  });
}

/** The middle of several numbers; of an even count the lower of the two. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? Number.NaN;
