import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');
const rows = readFileSync(join(folder, 'ATTACKS.md'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('| src/'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the table of attacks is read', () => {
  expect(rows.length).toBeGreaterThan(10);
});

test.each(rows)('%s%s is tested in %s', (_, _attack, file = '', title = '') => {
  expect(readFileSync(join(folder, file), 'utf8')).toContain(`'${title}'`);
});
