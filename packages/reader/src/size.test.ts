import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadReaderScripts } from './index.ts';

/** Bytes, minified and gzipped. The loader and the stub cross a frozen connection behind a page; the rest has one of its own. */
const MAX_BYTES = { loader: 2_000, stub: 2_000, worker: 12_000, workerWithNoble: 15_500 };

test('the scripts are small, and need nothing of Node', async () => {
  const { loader, settingsPage, stub, cores } = await loadReaderScripts();
  const weigh = (text: string) => gzipSync(text, { level: 9 }).length;
  const sizes = {
    loader: weigh(loader),
    stub: weigh(stub),
    worker: weigh(stub) + weigh(cores[0]),
    workerWithNoble: weigh(stub) + weigh(cores[1]),
  };
  process.stdout.write(
    `Reader, minified and gzipped: ${JSON.stringify({ ...sizes, settingsPage: weigh(settingsPage) })}\n`,
  );
  for (const name of ['loader', 'stub', 'worker', 'workerWithNoble'] as const)
    expect(sizes[name], name).toBeLessThanOrEqual(MAX_BYTES[name]);
  expect(cores.join('')).not.toMatch(/\bBuffer\b|\bprocess\b|node:/);
});
