const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Ghost’s ids are 96 bits. */
const BITS = 96n;

/** The id of an article as Ghost writes ids: its last 24 hexadecimal digits. */
export function ghostId(ulid: string): string {
  const value = Array.from(ulid).reduce(
    (sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)),
    0n,
  );
  return (value & ((1n << BITS) - 1n)).toString(16).padStart(24, '0');
}
