import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifySize } from '../make-zim.ts';
import { zimLanguage } from './language-code.ts';
import { runZimwriterfs } from './run-zimwriterfs.ts';
import { settleZim } from './settle-zim.ts';
import { shorten } from './zim-arguments.ts';

test.each([
  ['ru', 'rus'],
  ['en-GB', 'eng'],
  ['pt-BR', 'por'],
  ['sah', 'sah'],
  ['xx', 'und'],
])('%s is %s in a ZIM', (lang, expected) => {
  expect(zimLanguage(lang)).toBe(expected);
});

test('titles and descriptions are cut between letters', () => {
  expect(shorten('A  newsroom\nin exile', 30)).toBe('A newsroom in exile');
  expect(shorten('А\u0301А\u0301А\u0301А\u0301', 3)).toBe('А\u0301А\u0301…');
});

/** What begins and ends like a ZIM, with an index in it. */
function zimOf(random: number): Buffer {
  const bytes = Buffer.alloc(200, random);
  bytes.writeUInt32LE(0x044d495a, 0);
  bytes.fill(0, 4, 8);
  bytes.fill(0, 24, 120);
  bytes.writeBigUInt64LE(184n, 72);
  bytes.write('\x0f\rXapian Glass\x04n', 100, 'latin1');
  bytes.fill(7, 132, 184);
  return bytes;
}

test('what chance put into a ZIM is taken out, and its checksum holds', () => {
  const [one, other, third] = [zimOf(1), zimOf(2), zimOf(1)];
  settleZim(one, 'a');
  settleZim(other, 'a');
  settleZim(third, 'b');
  expect(one.equals(other)).toBe(true);
  expect(one.equals(third)).toBe(false);
  expect(one.subarray(184).equals(createHash('md5').update(one.subarray(0, 184)).digest())).toBe(
    true,
  );
  expect(one.subarray(24, 116).equals(zimOf(1).subarray(24, 116))).toBe(true);
});

test.each([Buffer.alloc(0), Buffer.alloc(500)])('bytes that are no ZIM are refused', (bytes) => {
  expect(() => {
    settleZim(bytes, 'a');
  }).toThrow('something else than a ZIM');
});

test('where the program is missing, it is said what to install', async () => {
  await expect(runZimwriterfs([], 'no-zimwriterfs-here')).rejects.toThrow(
    'apt-get install zim-tools',
  );
});
test('what the program said when it failed is told', async () => {
  await expect(runZimwriterfs(['--no-such'], 'ls')).rejects.toThrow(/failed.*\n.*no-such/);
});

test('a ZIM that is too large to be read as one piece is refused, and told what to leave out', () => {
  expect(() => {
    verifySize(2_147_483_648);
  }).toThrow('--recordings');
  expect(() => {
    verifySize(2_147_483_647);
  }).not.toThrow();
});
