import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import { flush } from './flush.ts';

let folder: string;
const path = process.env['PATH'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flush-'));
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

test('has the system write a folder’s disk, for a mirror’s folder too', async () => {
  const [log, program] = [join(folder, 'log'), join(folder, 'sync')];
  writeFileSync(program, `#!/bin/sh\necho "$@" >> '${log}'\n`);
  chmodSync(program, 0o755);
  process.env['PATH'] = `${folder}:${path ?? ''}`;
  await flush('/srv/a mirror');
  await openFolderStore('/srv/another').settle?.();
  expect(readFileSync(log, 'utf8')).toBe('-f /srv/a mirror\n-f /srv/another\n');
});

test('is no fault where there is no such program', async () => {
  process.env['PATH'] = folder;
  await expect(flush(folder)).resolves.toBeUndefined();
});
