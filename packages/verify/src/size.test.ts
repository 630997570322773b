import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bytes, minified and gzipped: the verifier travels with the reader's worker to every phone. */
const MAX_VERIFIER_BYTES = 6_100;

test('the verifier is small, and bundles for a browser: nothing of Node is in it', async () => {
  const { outputFiles, errors } = await build({
    entryPoints: [`${import.meta.dirname}/index.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  });
  const bytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  process.stdout.write(`Verifier, minified and gzipped: ${bytes} bytes\n`);
  expect(errors).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(MAX_VERIFIER_BYTES);
  expect(outputFiles[0]?.text).not.toMatch(/\bBuffer\b|\bprocess\b|node:/);
});
