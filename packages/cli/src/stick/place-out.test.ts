import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyPaths } from './out-file.ts';
import { placeWhole } from './place-out.ts';
import { writeFolder, writeZip } from './write-out.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-place-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
const files = [
  { path: 'a/b.html', isStored: false, load: () => Promise.resolve(Buffer.from('text')) },
  { path: 'a/c.html', isStored: false, load: () => Promise.reject(full) },
];

test.each([
  ['a folder', writeFolder],
  ['a zip', writeZip],
])('what goes wrong on the way leaves no half of %s', async (_, write) => {
  await expect(write(path.join(folder, 'deep/out'), files)).rejects.toThrow('ENOSPC');
  // The folder that was made for it is gone as well.
  expect(readdirSync(folder)).not.toContain('deep');
});

test('a thing stands in its place when it is whole', async () => {
  await placeWhole(path.join(folder, 'x'), (part) => {
    writeFileSync(part, 'half');
    expect(readdirSync(folder)).not.toContain('x');
    writeFileSync(part, 'whole');
    return Promise.resolve();
  });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['x']));
});

test('names that FAT or Windows refuse are all told at once', () => {
  expect(() => {
    verifyPaths(['en/con.html', 'en/a.html', 'en/b?.html']);
  }).toThrow(/en\/con\.html\n {2}en\/b\?\.html/);
  expect(() => {
    verifyPaths(['en/a.html', 'en/A.html']);
  }).toThrow('en/a.html = en/A.html');
});
