import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** `sysconf(_SC_CLK_TCK)`, which is 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Milliseconds by which two clocks of one machine may differ here. */
const SLACK_MS = 5_000;

/**
 * Whether a process runs that was there at a moment: a number lives again after a restart, as somebody else's.
 * @param moment Milliseconds since 1970.
 */
export function isRunningSince(pid: number, moment: number): boolean {
  if (!(pid > 0) || !isRunning(pid)) return false;
  const start = readStart(pid);
  return start === undefined || start <= moment + SLACK_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, in milliseconds since 1970; undefined where the system does not tell (proc(5), `stat`). */
function readStart(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is a name in parentheses, which may hold anything.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Date.now() - uptime() * 1_000 + (ticks / TICKS_PER_SECOND) * 1_000;
  } catch {
    return undefined;
  }
}
