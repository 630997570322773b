import path from 'node:path';

/**
 * Where a reader's machine keeps which releases were seen: with what other programs remember (XDG Base Directory
 * Specification, `XDG_STATE_HOME`; a path there that is not absolute does not count).
 *
 * @param home The reader's own folder, absolute.
 */
export function readerMemory(environment: NodeJS.ProcessEnv, home: string): string {
  const named = environment['XDG_STATE_HOME'] ?? '';
  const state = path.isAbsolute(named) ? named : path.join(home, '.local/state');
  return path.join(state, 'tamizdat/seen');
}
