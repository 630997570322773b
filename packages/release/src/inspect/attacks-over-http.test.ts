import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTrust } from '@tamizdat/verify';
import { NOW } from '../../testing/sample-outlet.ts';
import { read } from '../../testing/vectors/forge.ts';
import { headCases } from '../../testing/vectors/head-cases.ts';
import { ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { openMirror } from './mirror-source.ts';
import { inspectRelease } from './inspect-release.ts';
import { serveFolder, type Served } from '../../testing/sample-site.ts';

/** Every attack on the head of a release, from a mirror: what the verifier refuses, a program that fetches refuses too. */
let folder: string;
let mirror: Served;
const attacks = headCases.flatMap((one) =>
  typeof one.expect === 'string' ? [{ ...one, code: one.expect }] : [],
);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attacks-'));
  mkdirSync(join(folder, 'release'));
  mirror = await serveFolder(folder);
});
afterAll(async () => {
  await mirror.close();
  rmSync(folder, { recursive: true });
});

test('there are attacks', () => {
  expect(attacks.length).toBeGreaterThan(60);
});

/** What is no bundle at all is refused like every attack, and told as the page of somebody on the way (SPEC 10.9). */
const isNoBundle = ({ code, name }: { code: string; name: string }): boolean =>
  ['bad-bundle', 'not-canonical'].includes(code) || name === 'a bundle without end';

test.each(attacks)('$name: $code (SPEC $clause)', async ({ bundle, trust, now, code, name }) => {
  writeFileSync(join(folder, 'release/bundle.json'), bundle);
  const known = { trust: { ...startTrust(read(ROOT_1)), ...trust } };
  const found = await inspectRelease(openMirror(mirror.base), {
    known,
    now: now ?? NOW,
    scope: { kind: 'sample', count: 0, random: () => 0 },
  });
  expect(found).toMatchObject({ exit: isNoBundle({ code, name }) ? 4 : 1, findings: [{ code }] });
  expect(found.head).toBeUndefined();
});
