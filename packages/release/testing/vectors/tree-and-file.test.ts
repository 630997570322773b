import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findCollision, parseCanonical } from '@tamizdat/verify/format';
import { isStrictPath, locateFile, verifyFile } from '@tamizdat/verify';
import { ORIGIN } from '../sample-outlet.ts';
import { buildVectors } from './build-vectors.ts';
import { fileCases } from './file-cases.ts';
import { collisionCases, jsonCases, pathCases } from './plain-cases.ts';
import { TREE, treeCases } from './tree-cases.ts';

test.each(treeCases)('$name (SPEC $clause)', async ({ release, served, path, expect: code }) => {
  const fetchNode = (hash: string): Promise<Uint8Array<ArrayBuffer>> =>
    Promise.resolve(new Uint8Array(served?.[hash] ?? TREE.nodes.get(hash) ?? []));
  const located = locateFile(path, release, fetchNode);
  if (code === undefined) expect((await located).file.path).toBe(path);
  else await expect(located).rejects.toMatchObject({ name: 'ReleaseError', code });
});

test.each(fileCases)('$name (SPEC $clause)', async ({ file, served, base, expect: code }) => {
  const source = base === undefined ? undefined : { base, origin: ORIGIN };
  const verified = verifyFile(file, served, source);
  if (code === undefined) expect((await verified).length).toBe(file.size);
  else await expect(verified).rejects.toMatchObject({ name: 'ReleaseError', code });
});

test.each(jsonCases)('%s is canonical: %s (SPEC, section 3)', (text, isCanonical) => {
  const parse = (): unknown => parseCanonical(new TextEncoder().encode(text), 'test');
  if (isCanonical) expect(parse()).toEqual(JSON.parse(text));
  else expect(parse).toThrow('not-canonical');
});

test.each(pathCases)('%s is strict: %s (SPEC, section 2)', (path, isStrict) => {
  expect(isStrictPath(path)).toBe(isStrict);
});

test.each(collisionCases)('%s stand together: %s (SPEC 2.6)', (paths, isTogether) => {
  expect(findCollision(paths) === undefined).toBe(isTogether);
});

test('vectors/ holds these cases: after a change, run node testing/vectors/write-vectors.ts', () => {
  const folder = resolve(import.meta.dirname, '../../vectors');
  for (const [name, content] of buildVectors())
    expect(readFileSync(join(folder, name), 'utf8') === content, name).toBe(true);
});
