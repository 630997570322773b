import { headCases } from '../vectors/head-cases.ts';
import { jsonCases } from '../vectors/plain-cases.ts';
import { HEAD } from '../vectors/sample-head.ts';
import { TREE, treeCases } from '../vectors/tree-cases.ts';
import { KINDS } from './verify-door.ts';

/** Kind of input (verify-door.ts) for nodes, for JSON and for bundles. */
const [NODE, JSON_VALUE, BUNDLE] = [0, 1, 2];

/** Inputs for a fuzzer to begin with: the bytes of all vectors, and each metadata file as every kind. */
export function listSeeds(): Uint8Array[] {
  const nodes = [
    ...TREE.nodes.values(),
    ...treeCases.flatMap(({ served = {} }) => Object.values(served)),
  ];
  const { roots, timestamp, snapshot, targets, release, mirrors } = HEAD;
  const metadata = [...roots, timestamp, snapshot, targets, release, mirrors];
  return [
    ...nodes.map((bytes) => seed(NODE, bytes)),
    ...jsonCases.map(([text]) => seed(JSON_VALUE, new TextEncoder().encode(text))),
    ...headCases.map(({ bundle }) => seed(BUNDLE + 128, new TextEncoder().encode(bundle))),
    ...metadata.flatMap((bytes) =>
      Array.from({ length: KINDS }, (_, kind) => seed(kind + 128, bytes)),
    ),
  ];
}

const seed = (kind: number, bytes: Uint8Array): Uint8Array => Uint8Array.of(kind, ...bytes);
