import { afterEach, expect, test, vi } from 'vitest';
import { explainMissing, runTool } from './run-tool.ts';

afterEach(() => vi.unstubAllEnvs());

test('a program that is missing is named with what to install', async () => {
  expect(await explainMissing('no-such-reader', [], 'newsboat')).toBe(
    'newsboat is not installed: apt-get install newsboat',
  );
});

test('a program that runs is not missing, one that fails is', async () => {
  expect(await explainMissing('true', [], 'coreutils')).toBeUndefined();
  expect(await explainMissing('false', [], 'coreutils')).toContain('coreutils');
});

test('a program sees no proxy and no home of the person who tests', async () => {
  vi.stubEnv('http_proxy', 'http://proxy.example:3128');
  const seen = await runTool('env', [], '/a/home');
  expect(seen).toContain('HOME=/a/home');
  expect(seen).not.toContain('proxy.example');
});
