import { expect, test } from 'vitest';
import { buildTable } from '../../testing/censor/build-table.ts';

/** Months that are played; docs/addresses.md shows the mean of ten. */
const SEEDS = 3;

test('a month of a censor by name, domain and address: channels and domains apart keep the most readers', () => {
  const { rows, text } = buildTable(SEEDS);
  expect(buildTable(1).text).toBe(buildTable(1).text);
  process.stdout.write(text);
  const meanOf = (at: number): number =>
    rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
  expect(rows).toHaveLength(30);
  expect(meanOf(2)).toBeGreaterThan(meanOf(0) + 15);
  expect(meanOf(2)).toBeGreaterThan(meanOf(1));
});
