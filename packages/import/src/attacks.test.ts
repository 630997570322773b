import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');
const rows = readFileSync(join(folder, 'ATTACKS.md'), 'utf8')
  .split('\n')
  .filter(
    (line) => line.startsWith('| ') && !line.startsWith('| attack') && !line.startsWith('| ---'),
  )
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every test that is named holds against its attack somewhere', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const [, attack, file = '', title = ''] of rows)
    expect(readFileSync(join(folder, file), 'utf8'), attack).toContain(title);
});
