import { DAYS, playMonth } from './play-month.ts';
import { STRATEGIES } from './strategy.ts';

/** Builds a table of a month: a row for each day, percent of readers of whom an address opens. */
export function buildTable(seeds: number): { rows: number[][]; text: string } {
  const months = STRATEGIES.map((strategy) => playMonth(strategy, seeds));
  const rows = Array.from({ length: DAYS }, (_, day) =>
    months.map((month) => Math.round((month[day] ?? 0) * 100)),
  );
  const lines = rows.map((row, day) => `| ${day + 1} | ${row.join(' | ')} |`);
  const head = `| day | ${STRATEGIES.map(({ name }) => name).join(' | ')} |`;
  const rule = `| --- |${STRATEGIES.map(() => ' --- |').join('')}`;
  return { rows, text: `${[head, rule, ...lines].join('\n')}\n` };
}
