import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadReaderScripts } from './index.ts';

/** Bytes, minified and gzipped. The loader and the starter cross a frozen connection behind a page; the rest has one of its own. */
const MAX_BYTES = { loader: 2_000, starter: 2_000, worker: 12_000, workerWithNoble: 15_500 };

test('the scripts are small, and need nothing of Node', async () => {
  const { loader, settingsPage, starter, cores } = await loadReaderScripts();
  const weigh = (text: string) => gzipSync(text, { level: 9 }).length;
  const sizes = {
    loader: weigh(loader),
    starter: weigh(starter),
    worker: weigh(starter) + weigh(cores[0]),
    workerWithNoble: weigh(starter) + weigh(cores[1]),
  };
  process.stdout.write(
    `Reader, minified and gzipped: ${JSON.stringify({ ...sizes, settingsPage: weigh(settingsPage) })}\n`,
  );
  for (const name of ['loader', 'starter', 'worker', 'workerWithNoble'] as const)
    expect(sizes[name], name).toBeLessThanOrEqual(MAX_BYTES[name]);
  expect(cores.join('')).not.toMatch(/\bBuffer\b|\bprocess\b|node:/);
});
