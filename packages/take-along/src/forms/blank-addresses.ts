/** An address that can be read: of a page, with its scheme or `www.`, or of mail. What closes a sentence is no part of it. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”]+|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
const CLOSING = /[.,;:!?)\]’'…]{1,8}$/u;

/** Stands where an address stood: the same in every language. */
const GAP = '[…]';

/** Puts a gap where a text spells out an address. For browsers too. */
export const blankAddresses = (text: string): string =>
  text.replace(ADDRESS, (address) => GAP + (CLOSING.exec(address)?.[0] ?? ''));
