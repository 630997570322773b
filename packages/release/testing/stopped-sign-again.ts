import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/**
 * Signs a list anew, and is killed as a machine that loses power is: at one of the moments at which a file takes its place.
 * What was done with files until then stands in a log.
 * Arguments: the state, the tree, after how many renames (0 for never), the log.
 */
const [state = '', tree = '', last = '0', log = ''] = process.argv.slice(2);
const { renameSync, fsyncSync, openSync } = fs;
const opened = new Map<number, string>();
let renames = 0;
const note = (text: string): void => {
  fs.appendFileSync(log, `${text}\n`);
};
fs.openSync = (...args) => {
  const handle = openSync(...args);
  opened.set(handle, String(args[0]));
  return handle;
};
fs.fsyncSync = (handle) => {
  fsyncSync(handle);
  note(`synced ${opened.get(handle) ?? ''}`);
};
fs.renameSync = (from, to) => {
  renameSync(from, to);
  note(`placed ${basename(String(from))} ${String(to)}`);
  if (++renames === Number(last)) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
const { signAgain } = await import('../src/store/sign-again.ts');
const { NOW, ONLINE_KEYS } = await import('./sample-outlet.ts');
signAgain({ state, tree }, { what: 'mirrors', mirrors: [], keys: ONLINE_KEYS }, NOW);
