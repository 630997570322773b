import { encodeCanonical } from '@tamizdat/verify/format';
import {
  type HeadFiles,
  MAX_BYTES,
  type Metadata,
  parseClaim,
  parseMetadata,
  parseRoot,
  ReleaseError,
  verifyEd25519,
  verifyMirrors,
  verifyRelease,
  verifyRoots,
  verifyTimestamp,
} from '@tamizdat/verify';
import { fingerprintOf } from '../keys/fingerprint.ts';
import type { FetchedHead } from './fetch-head.ts';
import { inspectComing, listComing, nameComing } from './inspect-coming.ts';
import type { Source } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of the head that is to be judged by itself. */
export interface HeadCheck {
  /** Path from the root of the site. */
  path: string;
  /** @throws ReleaseError, SourceError */
  judge: () => Promise<void>;
}

/**
 * Lists the single files of a head with what is to hold of them (SPEC 10.8): clients of TUF read these, and not the
 * bundle that was verified.
 * @param fingerprint Of the first root, where it is known.
 */
export function listHeadChecks(
  source: Source,
  { files, head }: Pick<FetchedHead, 'files' | 'head'>,
  fingerprint: string | undefined,
): HeadCheck[] {
  const targets = parseMetadata(files.targets, 'targets');
  const snapshot = parseMetadata(files.snapshot, 'snapshot');
  const need = async (path: string, kind: keyof typeof MAX_BYTES): Promise<Bytes> => {
    const bytes = await source.read(path, MAX_BYTES[kind]);
    if (bytes === undefined) throw new ReleaseError('missing', { at: path });
    return bytes;
  };
  const check = (
    name: string,
    kind: keyof typeof MAX_BYTES,
    judge: (bytes: Bytes) => unknown,
  ): HeadCheck => {
    const path = `release/${name}`;
    return {
      path,
      judge: async () => {
        await judge(await need(path, kind));
      },
    };
  };
  const addresses = files.addresses && parseMetadata(files.addresses, 'addresses');
  const lister = addresses ?? targets;
  const nameTarget = (by: Metadata, name: 'release.json' | 'mirrors.json'): string =>
    `targets/${parseClaim(by, 'targets', name).sha256}.${name}`;
  const checks = [
    check(`${targets.version}.targets.json`, 'targets', ensureSame(files.targets)),
    check(`${snapshot.version}.snapshot.json`, 'snapshot', ensureSame(files.snapshot)),
    check('timestamp.json', 'timestamp', (bytes) => judgeTimestamp(bytes, files, head)),
    ...(addresses && files.addresses
      ? [check(`${addresses.version}.addresses.json`, 'addresses', ensureSame(files.addresses))]
      : []),
    check(nameTarget(targets, 'release.json'), 'release.json', (bytes) =>
      verifyRelease(bytes, targets, head.trust),
    ),
    check(nameTarget(lister, 'mirrors.json'), 'mirrors.json', (bytes) =>
      verifyMirrors(bytes, lister, head.trust),
    ),
    {
      path: 'release/1.root.json',
      judge: () => judgeRoots(need, head, fingerprint),
    },
    ...listComing({ files, head }).map((role) => ({
      path: `release/${nameComing(role, { files, head })}`,
      judge: () => inspectComing(source, role, { files, head }),
    })),
  ];
  return checks.map(({ path, judge }) => ({ path, judge: () => judgeAt(path, judge) }));
}

/** Says of what is found where it is, if it does not say it itself. */
async function judgeAt(path: string, judge: () => Promise<void>): Promise<void> {
  try {
    await judge();
  } catch (error) {
    if (!(error instanceof ReleaseError) || error.code === 'missing') throw error;
    throw new ReleaseError(error.code, { ...error.detail, at: path });
  }
}

const ensureSame =
  (expected: Bytes) =>
  (bytes: Bytes): void => {
    if (Buffer.compare(bytes, expected) !== 0)
      throw new ReleaseError('hash-mismatch', { expected: 'as in the bundle', found: 'other' });
  };

/** A timestamp may be signed anew at any moment; it speaks of the same snapshot. */
async function judgeTimestamp(
  bytes: Bytes,
  files: HeadFiles,
  { trust }: FetchedHead['head'],
): Promise<void> {
  if (Buffer.compare(bytes, files.timestamp) === 0) return;
  const root = await parseRoot(encodeCanonical(trust.root));
  const timestamp = await verifyTimestamp(bytes, root, { ...trust, timestamp: 0 }, verifyEd25519)
    // Caches show the one of before for a minute, as they do with pages (SPEC 10.10).
    .catch((error: unknown) => {
      if (!(error instanceof ReleaseError) || error.code !== 'rollback') throw error;
      throw new ReleaseError('stale', error.detail);
    });
  const [expected, found] = [parseMetadata(files.timestamp, 'timestamp'), timestamp].map(
    (one) => parseClaim(one, 'meta', 'snapshot.json').sha256,
  );
  if (found !== expected)
    throw new ReleaseError('hash-mismatch', { expected: expected ?? '', found: found ?? '' });
}

/** All roots from the first to the newest (SPEC 6.1): verifiers may begin with any of them. */
async function judgeRoots(
  need: (path: string, kind: 'root') => Promise<Bytes>,
  { trust }: FetchedHead['head'],
  expected: string | undefined,
): Promise<void> {
  const newest = await parseRoot(encodeCanonical(trust.root));
  const first = await need('release/1.root.json', 'root');
  const found = fingerprintOf(first);
  if (expected !== undefined && found !== expected)
    throw new ReleaseError('wrong-publisher', { expected, found });
  const others: Bytes[] = [];
  for (let version = 2; version <= newest.version; version++)
    others.push(await need(`release/${version}.root.json`, 'root'));
  const last = await verifyRoots(await parseRoot(first), others, verifyEd25519);
  if (Buffer.compare(encodeCanonical(last.signed), encodeCanonical(newest.signed)) !== 0)
    throw new ReleaseError('hash-mismatch', { expected: 'as in the bundle', found: 'other' });
}
