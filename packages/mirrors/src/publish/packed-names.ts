/** Names in `release/` with as few characters as hashes allow: a release that changes every page names 100,000 of them. */
export interface PackedNames {
  /** Base64 of the hashes of bytes (`files/`), one after the other, and of nodes and blocks (`nodes/`). */
  files: string;
  nodes: string;
  /** All others, as they are. */
  rest: string[];
}

/** Writes names that {@link isReleaseName} knows. */
export function packNames(names: readonly string[]): PackedNames {
  const files: string[] = [];
  const nodes: string[] = [];
  const rest: string[] = [];
  for (const name of names) {
    if (name.startsWith('files/')) files.push(name.slice(6));
    else if (name.startsWith('nodes/')) nodes.push(name.slice(6).replace('/', ''));
    else rest.push(name);
  }
  return { files: pack(files), nodes: pack(nodes), rest };
}

const pack = (hashes: readonly string[]): string =>
  Buffer.from(hashes.join(''), 'hex').toString('base64');

/** Whether something untrusted is a list of names, and nothing but names that a release gives. */
export function isPackedNames(value: unknown): value is PackedNames {
  const { files, nodes, rest } = (value ?? {}) as Record<string, unknown>;
  return [files, nodes].every(isPacked) && Array.isArray(rest) && rest.every(isReleaseName);
}

const isPacked = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^[A-Za-z0-9+/]*={0,2}$/.test(value) &&
  Buffer.from(value, 'base64').length % HASH_BYTES === 0;

const HASH_BYTES = 32;

export function unpackNames({ files, nodes, rest }: PackedNames): string[] {
  const asNode = (hash: string): string => `nodes/${hash.slice(0, 2)}/${hash.slice(2)}`;
  return [...unpack(files).map((hash) => `files/${hash}`), ...unpack(nodes).map(asNode), ...rest];
}

function unpack(packed: string): string[] {
  const hashes = Buffer.from(packed, 'base64').toString('hex');
  return Array.from({ length: hashes.length / 64 }, (_, at) => hashes.slice(at * 64, at * 64 + 64));
}

/** What may be deleted in `release/`: names that a release gives and no others. */
export const isReleaseName = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^(?:nodes\/[0-9a-f]{2}\/[0-9a-f]{62}|files\/[0-9a-f]{64}|targets\/[0-9a-f]{64}\.[a-z]+\.json|\d{1,15}\.(?:root|snapshot|targets|addresses)\.json)$/.test(
    value,
  );
