import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const python = '/usr/bin/python3';

test('a verifier in another language, written from SPEC.md, agrees on every vector', (context) => {
  const probe = spawnSync(python, ['-c', 'import cryptography'], { stdio: 'ignore' });
  if (probe.status !== 0) {
    const missing = 'python3-cryptography is not installed (apt-get install python3-cryptography)';
    // In CI this test must not be left out unseen.
    if (process.env['CI']) throw new Error(missing);
    context.skip(missing);
  }
  const script = resolve(import.meta.dirname, '../../vectors/verify.py');
  const { stdout, stderr, status } = spawnSync(python, [script], { encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toMatch(/^[1-9]\d* agreed, 0 disagreed\n$/);
  expect(status).toBe(0);
});
