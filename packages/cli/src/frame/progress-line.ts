import { LINE_TAKEN_BACK } from './own-codes.ts';
import { say } from '../language/say.ts';

/** Milliseconds between two lines: more often nobody can read. */
const PAUSE_MS = 100;
/** Columns where the terminal does not say how many it has. */
const COLUMNS = 80;

/** A line that is written over while work goes on. */
export interface ProgressLine {
  show: (line: string) => void;
  /** Takes the line back; another may be shown after it. */
  end: () => void;
}

const SILENT: ProgressLine = { show: () => undefined, end: () => undefined };

/** What is written to: a stream of the process, or what a test puts in its place. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/**
 * Opens a line of progress on a terminal; elsewhere, in logs above all, and in CI it is silent.
 * @param now Milliseconds of any clock that does not go back.
 */
export function openProgressLine(
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  now: () => number = () => performance.now(),
): ProgressLine {
  if (!terminal.isTTY || env['CI']) return SILENT;
  let shownAt = -Infinity;
  return {
    show: (line) => {
      if (now() - shownAt < PAUSE_MS) return;
      shownAt = now();
      terminal.write(`${LINE_TAKEN_BACK}${line.slice(0, (terminal.columns || COLUMNS) - 1)}`);
    },
    end: () => {
      if (shownAt > -Infinity) terminal.write(LINE_TAKEN_BACK);
      shownAt = -Infinity;
    },
  };
}

/** Seconds, and share of the work, after which what is left can be told: what comes first is slower than the rest. */
const SECONDS_TO_JUDGE = 3;
const SHARE_TO_JUDGE = 0.1;

/**
 * `, about 40 s left`, as far as the work that is done tells of the rest; nothing while it does not. Pure.
 * @param seconds What the part that is done took.
 */
export function tellTimeLeft(done: number, all: number, seconds: number): string {
  if (done < all * SHARE_TO_JUDGE || seconds < SECONDS_TO_JUDGE) return '';
  const left = Math.ceil((seconds / done) * (all - done));
  return left < 100
    ? say({ en: `, about ${left} s left`, ru: `, осталось около ${left} с` })
    : say({
        en: `, about ${Math.ceil(left / 60)} min left`,
        ru: `, осталось около ${Math.ceil(left / 60)} мин`,
      });
}
