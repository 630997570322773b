import { cpus, loadavg, totalmem } from 'node:os';
import { type Run, median } from '../measured-run.ts';
import type { TreeDifference } from './tree-difference.ts';

/** One turn of something that was measured. */
export interface Turn {
  build: Run;
  release?: Run;
  difference?: TreeDifference;
}

/** What a bench measured, as its file of JSON holds it. */
export interface Results {
  articles: number;
  /** Files of the tree, without `release/`. */
  files: number;
  machine: { cores: number; model: string; memory: number; node: string };
  /** How many programs waited for a core (load of one minute) at the beginning and at the end. */
  load: [number, number];
  measured: { name: string; turns: Turn[] }[];
}

export const describeMachine = (): Results['machine'] => ({
  cores: cpus().length,
  model: cpus()[0]?.model.trim() ?? '',
  memory: Math.round(totalmem() / 1e9),
  node: process.version,
});

export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(1));

const middle = (turns: readonly Turn[], pick: (turn: Turn) => number | undefined): string => {
  const numbers = turns.flatMap((turn) => pick(turn) ?? []);
  return numbers.length === 0 ? '' : median(numbers).toFixed(1);
};

const middleOfBytes = (turns: readonly Turn[]): string => {
  const known = turns.flatMap(({ difference }) => difference ?? []);
  if (known.length === 0) return '';
  const kilobytes = (pick: (one: TreeDifference) => number): string =>
    (median(known.map(pick)) / 1000).toFixed(0);
  return `${median(known.map(({ files }) => files))} files, ${kilobytes((one) => one.bytes)} KB (${kilobytes((one) => one.gzipped)} gzipped)`;
};

/** The table of a bench, in Markdown: medians. */
export function describeResults({ measured }: Pick<Results, 'measured'>): string {
  const rows = measured.map(({ name, turns }) => [
    `${name} (${turns.length})`,
    middle(turns, ({ build }) => build.seconds),
    middle(turns, ({ build }) => build.cpu),
    middle(turns, ({ build }) => build.memory / 1000),
    middle(turns, ({ release }) => release?.seconds),
    middle(turns, ({ release }) => release?.cpu),
    middleOfBytes(turns),
  ]);
  const heads = ['(turns)', 'build, s', 'CPU, s', 'GB', 'release, s', 'CPU, s', 'what differs'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
