import { nodePath, type Source } from '@tamizdat/release';
import {
  digest,
  type Head,
  locateFile,
  MAX_BYTES,
  MAX_NODE_BYTES,
  parseBundle,
  verifyFile,
} from '@tamizdat/verify';

type Bytes = Uint8Array<ArrayBuffer>;

/** A source that reads nothing twice: what was judged is what is printed. For a few small files. */
export function rememberReads(source: Source): Source {
  const { base, spent } = source;
  const known = new Map<string, ReturnType<Source['read']>>();
  return {
    ...(base === undefined ? {} : { base }),
    spent,
    read: (path, limit) => {
      const reading = known.get(path) ?? source.read(path, limit);
      known.set(path, reading);
      return reading;
    },
  };
}

/**
 * Gives a file as it was signed, the base address of a mirror undone.
 * @param source One that remembers what it read when the release was verified.
 * @throws ReleaseError where it is not genuine
 */
export async function readSigned(source: Source, { release }: Head, path: string): Promise<Bytes> {
  const nodes = await readBundled(source);
  const { file } = await locateFile(path, release, async (hash) => {
    const node =
      nodes.get(hash) ?? (await source.read(`release/${nodePath(hash)}`, MAX_NODE_BYTES));
    return node ?? new Uint8Array();
  });
  const bytes = (await source.read(path, file.size)) ?? new Uint8Array();
  const { base } = source;
  return verifyFile(file, bytes, base === undefined ? undefined : { origin: release.origin, base });
}

async function readBundled(source: Source): Promise<Map<string, Bytes>> {
  const bundle = await source.read('release/bundle.json', MAX_BYTES.bundle);
  const { nodes } = parseBundle(bundle ?? new Uint8Array());
  return new Map(
    await Promise.all(nodes.map(async (bytes) => [await digest(bytes), bytes] as const)),
  );
}
