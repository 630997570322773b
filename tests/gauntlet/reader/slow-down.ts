import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets a browser run for a part of the time alone, so that every core is as slow as that for it: its processes are stopped
 * and let go on in turn, hundreds of times a second. Neither a debugger's throttling nor a quota of some kernels reaches a
 * worker. Takes the browser's profile folder and the factor; ends by a signal, and lets all go on.
 */
const [profile = '', factor = ''] = process.argv.slice(2);

/** Milliseconds for which it runs at a time: shorter than what is measured, long enough for signals to arrive. */
const RUN_MS = 1;
/** Looks for new processes after so many turns. */
const TURNS = 50;

try {
  setPriority(-15);
} catch {
  // Not everybody may; then it is tried with more.
}

const pause = new Int32Array(new SharedArrayBuffer(4));
let pids: number[] = [];
process.on('SIGTERM', () => {
  signal('SIGCONT');
  process.exit();
});

for (let turn = 0; ; turn++) {
  if (turn % TURNS === 0) {
    pids = listProcesses(profile);
    // Signals are heard between turns.
    await new Promise(setImmediate);
  }
  signal('SIGSTOP');
  // Whoever sleeps is woken in time on a busy machine as well.
  Atomics.wait(pause, 0, 0, RUN_MS * (Number(factor) - 1));
  signal('SIGCONT');
  Atomics.wait(pause, 0, 0, RUN_MS);
}

function signal(name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch {
      // It has ended.
    }
}

/** The browser and all that it started. */
function listProcesses(folder: string): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = ''] =
          /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
  const found = new Set(
    all.filter(({ command }) => command.includes(`=${folder}\0`)).map(({ pid }) => pid),
  );
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  found.delete(process.pid);
  return [...found];
}
