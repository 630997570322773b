import { afterEach, expect, test, vi } from 'vitest';
import { requireReader } from './require-reader.ts';

afterEach(() => vi.unstubAllEnvs());

function skipped(missing: string | undefined): string[] {
  const notes: string[] = [];
  requireReader({ skip: (note) => notes.push(note) }, missing);
  return notes;
}

test('a reader that is there skips nothing', () => {
  expect(skipped(undefined)).toEqual([]);
});

test('a missing reader skips by name on a contributor’s machine', () => {
  vi.stubEnv('CI', undefined);
  expect(skipped('newsboat is not installed')).toEqual(['newsboat is not installed']);
});

test('a missing reader fails in CI', () => {
  vi.stubEnv('CI', 'true');
  expect(() => skipped('newsboat is not installed')).toThrow('newsboat is not installed');
});
