import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { askNewPassphrase, askPassphrase } from './ask-passphrase.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-passphrase-'));
const file = path.join(folder, 'passphrase');
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function given(text: string, mode = 0o400): void {
  rmSync(file, { force: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
  vi.stubEnv('TAMIZDAT_PASSPHRASE', '');
  vi.stubEnv('TAMIZDAT_PASSPHRASE_FILE', file);
}

test.each(['five random words', 'five random words\n', 'five random words\r\n'])(
  'a file gives the passphrase, without the end of its line: %j',
  async (text) => {
    given(text);
    expect([await askPassphrase(), await askNewPassphrase()]).toEqual([
      'five random words',
      'five random words',
    ]);
  },
);

test('a file that everybody can read gives none, nor an empty or a missing one', async () => {
  given('five random words', 0o444);
  await expect(askPassphrase()).rejects.toThrow(`chmod 0400 ${file}`);
  given('\n');
  await expect(askPassphrase()).rejects.toThrow('is empty');
  rmSync(file);
  await expect(askPassphrase()).rejects.toThrow('no such file');
});
