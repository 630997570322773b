import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** Parents of all running processes, by process number (proc(5): the fourth field of `stat`, after the name in brackets). */
function readParents(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended since the list was made.
    }
  }
  return parents;
}

function findFamily(ancestor: number): number[] {
  const parents = readParents();
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === ancestor || belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
}

/** Ends a process and all below it with SIGKILL; Turborepo gives its tasks process groups of their own. */
export async function killFamily(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended =
    child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  for (const member of findFamily(pid)) {
    try {
      process.kill(member, 'SIGKILL');
    } catch {
      // It has ended since the list was made.
    }
  }
  await ended;
}
