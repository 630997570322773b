import { type PullProgress, showBytes } from '@tamizdat/mirrors';
import { LINE_TAKEN_BACK } from '../frame/own-codes.ts';

/** Milliseconds between two lines: more often nobody can read. */
const PAUSE_MS = 100;

/** Shows on a terminal how far a pull is; elsewhere, in logs above all, it is quiet. */
export function showProgress(isQuiet: boolean): ((progress: PullProgress) => void) | undefined {
  const { stderr } = process;
  if (isQuiet || !stderr.isTTY || process.env['CI']) return undefined;
  let shown = 0;
  return ({ done, total, bytes, totalBytes }) => {
    const isLast = done === total;
    if (!isLast && Date.now() - shown < PAUSE_MS) return;
    shown = Date.now();
    const line = `${done} of ${total} files, ${showBytes(bytes)} of ${showBytes(totalBytes)}`;
    stderr.write(`${LINE_TAKEN_BACK}${isLast ? '' : line}`);
  };
}
