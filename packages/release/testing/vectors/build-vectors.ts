import { decodeNode, toHex } from '@tamizdat/verify/format';
import { listPieces } from '@tamizdat/verify';
import { NOW, ORIGIN } from '../sample-outlet.ts';
import { formatTime } from '../../src/sign/lifetimes.ts';
import { fileCases } from './file-cases.ts';
import { read } from './forge.ts';
import { headCases } from './head-cases.ts';
import type { HeadCase } from './head-case.ts';
import { type ListCase, listCases } from './list-cases.ts';
import { collisionCases, jsonCases, pathCases } from './plain-cases.ts';
import { ROOT_1 } from './sample-head.ts';
import { TREE, type TreeCase, treeCases } from './tree-cases.ts';

/** Writes all cases down for verifiers in other languages: names of files and their contents (vectors/README.md). */
export function buildVectors(): Map<string, string> {
  const contents: Record<string, unknown[]> = {
    json: jsonCases.map(([text, canonical]) => ({ text, canonical })),
    paths: [
      ...pathCases.map(([path, strict]) => ({ path, strict })),
      ...collisionCases.map(([paths, together]) => ({ paths, together })),
    ],
    heads: headCases.map(describeHead),
    lists: listCases.map(describeList),
    trees: treeCases.map(describeTree),
    files: fileCases.map(({ served, base, ...rest }) => ({
      ...rest,
      served: Buffer.from(served).toString('base64'),
      origin: ORIGIN,
      base: base ?? null,
      expect: rest.expect ?? null,
    })),
  };
  const nodes = Object.fromEntries(
    [...TREE.nodes].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('base64')]),
  );
  const files = Object.entries(contents).map(([name, cases]): [string, string] => [
    `${name}.json`,
    `[\n${cases.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
  ]);
  return new Map([
    ...files,
    ['root.json', `${JSON.stringify(read(ROOT_1))}\n`],
    ['nodes.json', `${JSON.stringify(nodes, null, 1)}\n`],
  ]);
}

function describeHead({ name, clause, now = NOW, trust = {}, bundle, expect }: HeadCase): unknown {
  const text = bundle.trimEnd();
  const said = typeof expect === 'string' ? { error: expect } : expect;
  return {
    name,
    clause,
    now: formatTime(now),
    trust,
    bundle: text,
    spaces: bundle.length - text.length,
    expect: said,
  };
}

/** Each step with all that it is about, so that nothing goes without saying in another language. */
const describeList = ({ name, clause, steps }: ListCase): unknown => ({
  name,
  clause,
  steps: steps.map(([number, mirrors, replaced = false]) => ({ number, mirrors, replaced })),
  expect: steps.map(([, , , used]) => used),
});

function describeTree({ name, clause, release, served = {}, path, expect }: TreeCase): unknown {
  return {
    name,
    clause,
    root: release.tree.root,
    depth: release.limits.depth,
    served: Object.fromEntries(
      Object.entries(served).map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('base64')]),
    ),
    path,
    expect: expect === undefined ? describeFile(path) : { error: expect },
  };
}

/** The file as the tree has it, with the hashes of the first two pieces and the last. */
function describeFile(path: string): unknown {
  for (const bytes of TREE.nodes.values()) {
    if (bytes[0] !== 1 || bytes[1] !== 0) continue;
    const leaf = decodeNode(bytes);
    const file = 'files' in leaf && leaf.files.find((candidate) => candidate.path === path);
    if (!file || !('files' in leaf)) continue;
    const pieces = listPieces({ file, leaf }).map(({ offset, size, block, at }) => {
      const hash = toHex((TREE.nodes.get(block) ?? new Uint8Array()).subarray(at, at + 32));
      return { offset, size, hash };
    });
    return { ...file, pieces: pieces.length, some: [...pieces.slice(0, 2), ...pieces.slice(-1)] };
  }
  throw new Error(`${path} is not in the tree`);
}
