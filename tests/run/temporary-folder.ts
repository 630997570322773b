import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Memory that Linux shares as a folder. */
const SHARED_MEMORY = '/dev/shm';
/** `f_type` of a file system in memory, statfs(2). */
const TMPFS = 0x01_02_19_94;
/** Bytes that have to be free, there and in the machine: what tests hold at one time, and what they need beside it. */
const ROOM = 6 * 2 ** 30;

/**
 * Makes the folder in which tests make theirs: in memory where there is room, because a disk waits for each whole
 * write, and a third of what tests cost was its system's. It goes with this process, whichever way that ends.
 *
 * @returns its path, absolute; nothing where tests take the system's, or that which they were given (`TMPDIR`).
 */
export function makeTemporaryFolder(env: NodeJS.ProcessEnv): string | undefined {
  if (env['TMPDIR'] !== undefined || !hasRoom()) return undefined;
  const folder = mkdtempSync(path.join(SHARED_MEMORY, 'tamizdat-tests-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(1));
  return runsPrograms(folder) ? folder : undefined;
}

function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(SHARED_MEMORY);
    return type === TMPFS && bavail * bsize >= ROOM && process.availableMemory() >= ROOM;
  } catch {
    return false;
  }
}

/** Tests put programs of their own there, and containers mount that memory without the right to run any (`noexec`). */
function runsPrograms(folder: string): boolean {
  const program = path.join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  return spawnSync(program).status === 0;
}
