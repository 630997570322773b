import { createHash } from 'node:crypto';

/** What a ZIM begins with (openZIM, “ZIM file format”): a magic number, versions, its UUID, and where its checksum stands. */
const MAGIC = 0x044d495a;
const UUID_AT = 8;
const CHECKSUM_POSITION_AT = 72;
const HEADER_BYTES = 80;
const UUID_BYTES = 16;
const MD5_BYTES = 16;
/** What each of the two search indices in it begins with (Xapian’s “glass”); two bytes of version and a UUID follow. */
const INDEX_START = Buffer.from('\x0f\rXapian Glass', 'latin1');
const INDEX_VERSION_BYTES = 2;

/**
 * Gives a ZIM and its indices UUIDs that follow from what it holds instead of those by chance, and its checksum anew.
 * @param id Equal for what is equal.
 * @throws Error for bytes that are no ZIM
 */
export function settleZim(bytes: Buffer, id: string): void {
  const end = bytes.length - MD5_BYTES;
  if (end < HEADER_BYTES || !isZim(bytes, end))
    throw new Error('zimwriterfs wrote something else than a ZIM.');
  putUuid(bytes, UUID_AT, id);
  for (let at = bytes.indexOf(INDEX_START); at !== -1; at = bytes.indexOf(INDEX_START, at + 1)) {
    const place = at + INDEX_START.length + INDEX_VERSION_BYTES;
    if (place + UUID_BYTES <= end) putUuid(bytes, place, id);
  }
  createHash('md5').update(bytes.subarray(0, end)).digest().copy(bytes, end);
}

const isZim = (bytes: Buffer, end: number): boolean =>
  bytes.readUInt32LE(0) === MAGIC && bytes.readBigUInt64LE(CHECKSUM_POSITION_AT) === BigInt(end);

/** A UUID of version 8 (RFC 9562, 5.8), from the hash of a text and of its place. */
function putUuid(bytes: Buffer, place: number, id: string): void {
  const hash = createHash('sha256').update(`${id}\n${place}`).digest().subarray(0, UUID_BYTES);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  hash.copy(bytes, place);
}
