/** What bencoding can hold (BEP 3); text is UTF-8. */
export type Bencodable =
  number | string | Uint8Array | readonly Bencodable[] | { readonly [key: string]: Bencodable };

/**
 * Encodes a value as BEP 3 says, the keys of dictionaries in the order of their bytes.
 * @throws RangeError for a number that is no safe integer
 */
export function bencode(value: Bencodable): Uint8Array {
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') return withLength(Buffer.from(value));
  if (value instanceof Uint8Array) return withLength(value);
  if (isList(value)) return Buffer.concat([text('l'), ...value.map(bencode), text('e')]);
  const entries = Object.entries(value)
    .map(([key, entry]) => ({ key: Buffer.from(key), entry }))
    .sort(({ key: one }, { key: other }) => Buffer.compare(one, other));
  const parts = entries.flatMap(({ key, entry }) => [withLength(key), bencode(entry)]);
  return Buffer.concat([text('d'), ...parts, text('e')]);
}

const isList = (value: object): value is readonly Bencodable[] => Array.isArray(value);

const text = (characters: string): Buffer => Buffer.from(characters, 'latin1');

const withLength = (bytes: Uint8Array): Buffer => Buffer.concat([text(`${bytes.length}:`), bytes]);

function encodeNumber(value: number): Buffer {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} cannot be bencoded.`);
  return text(`i${value === 0 ? 0 : value}e`);
}
