import { existsSync } from 'node:fs';
import {
  fetchHead,
  type Finding,
  inspectRelease,
  type Known,
  nodePath,
  openFolder,
  type Source,
} from '@tamizdat/release';
import { HEAD, NOW } from '@tamizdat/release/testing';
import {
  claimChildren,
  claimRoot,
  MAX_NODE_BYTES,
  type NodeClaim,
  ReleaseError,
  startTrust,
  type TreeFile,
  verifyFile,
  verifyNode,
} from '@tamizdat/verify';

const known: Known = {
  trust: startTrust(JSON.parse(new TextDecoder().decode(HEAD.roots[0])) as never),
};

/** What a reader who verifies gets of a folder: the release's number, and the files that cannot be had of it. For tests. */
export async function readAsReader(
  folder: string,
  base: string,
): Promise<{ number: number; lost: string[] }> {
  if (!existsSync(folder)) return { number: 0, lost: [] };
  return readSource({ ...openFolder(folder), base });
}

/** The same of any source, which says where it is. */
export async function readSource(
  source: Source & { base: string },
): Promise<{ number: number; lost: string[] }> {
  const { base } = source;
  if ((await source.read('release/bundle.json', 1)) === undefined) return { number: 0, lost: [] };
  const { head, nodes } = await fetchHead(source, known, NOW);
  const { release } = head;
  const files: TreeFile[] = [];
  const lost: string[] = [];
  let level: NodeClaim[] = [claimRoot(release)];
  while (level.length > 0) {
    const below: NodeClaim[] = [];
    for (const claim of level) {
      const path = `release/${nodePath(claim.hash)}`;
      const bytes = nodes.get(claim.hash) ?? (await source.read(path, MAX_NODE_BYTES));
      if (bytes === undefined) {
        lost.push(path);
        continue;
      }
      const node = await verifyNode(bytes, claim);
      if ('files' in node) files.push(...node.files);
      below.push(...claimChildren(node, claim.to));
    }
    level = below;
  }
  for (const file of files) {
    const isThere = async (path: string): Promise<boolean> => {
      const bytes = await source.read(path, 1_000_000);
      return bytes !== undefined && isGenuine(file, bytes, { origin: release.origin, base });
    };
    if (!(await isThere(file.path)) && !(await isThere(`release/files/${file.hash}`)))
      lost.push(file.path);
  }
  return { number: release.number, lost };
}

/** All faults of a mirror's folder, foreign files among them. */
export async function listFaults(folder: string, base: string): Promise<Finding[]> {
  const scope = { kind: 'all' } as const;
  const options = { known: undefined, now: NOW, scope, strict: true };
  return (await inspectRelease({ ...openFolder(folder), base }, options)).findings;
}

async function isGenuine(...given: Parameters<typeof verifyFile>): Promise<boolean> {
  try {
    await verifyFile(...given);
    return true;
  } catch (error) {
    if (error instanceof ReleaseError) return false;
    throw error;
  }
}
