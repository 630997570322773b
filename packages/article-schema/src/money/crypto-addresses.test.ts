import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitcoinFault, withSmallLetters } from './bitcoin-address.ts';
import { moneroFault } from './monero-address.ts';

/** Of Bitcoin's main network: BIP 173, BIP 350, and the two kinds of base58. */
const BITCOIN = [
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  '1BitcoinEaterAddressDontSendf59kuE',
  '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
];
/** A standard address of Monero's documentation, and a subaddress that its project publishes. */
const MONERO = [
  '4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge',
  '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H',
];
const CHECKSUM = 'fails its own checksum: a character is wrong, missing or out of its place';
const BASE58 = Array.from('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
const BECH32 = Array.from('023456789acdefghjklmnpqrstuvwxyz');

/** The address with one character after its beginning changed for another of its alphabet. */
const mistyped = (address: string, from: number, alphabet: readonly string[]) =>
  fc
    .tuple(fc.integer({ min: from, max: address.length - 1 }), fc.constantFrom(...alphabet))
    .map(([at, letter]) => address.slice(0, at) + letter + address.slice(at + 1))
    .filter((changed) => changed !== address);

describe('a Bitcoin address', () => {
  test.each(BITCOIN)('%s is one', (address) => {
    expect(bitcoinFault(address)).toBeUndefined();
  });
  test.each(BITCOIN)('%s with a character changed is none', (address) => {
    const [from, alphabet] = address.startsWith('bc1') ? [4, BECH32] : [1, BASE58];
    fc.assert(
      fc.property(mistyped(address, from, alphabet), (changed) => {
        expect(bitcoinFault(changed)?.message).toBe(CHECKSUM);
      }),
    );
  });
  test.each([
    // BIP 350: version 0 in bech32m, version 1 in bech32, zero padding of more than four bits, a mixed case.
    ['bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', CHECKSUM],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', CHECKSUM],
    ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', CHECKSUM],
    ['bc1gmk9yu', CHECKSUM],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3t4', CHECKSUM],
    ['bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y', 'version 1'],
    ['bc1sw50qgdz25j', 'version 16'],
    ['tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7', 'test network'],
    ['mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn', 'test network'],
    ['bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', 'version 2'],
    ['1BitcoinEaterAddressDontSendf59kul', CHECKSUM],
    ['1BitcoinEaterAddressDontSendf59ku', CHECKSUM],
    ['httpexample', 'form'],
    ['', 'form'],
  ])('%s is none that money can be sent to', (address, reason) => {
    expect(bitcoinFault(address)?.message).toContain(reason);
  });
  test('in capitals is the same one', () => {
    const [address = ''] = BITCOIN;
    expect(withSmallLetters(address.toUpperCase())).toBe(address);
    expect(withSmallLetters('1BitcoinEater')).toBe('1BitcoinEater');
  });
});

describe('a Monero address', () => {
  test.each(MONERO)('%s is one', (address) => {
    expect(moneroFault(address)).toBeUndefined();
  });
  test.each(MONERO)('%s with a character changed is none', (address) => {
    fc.assert(
      fc.property(mistyped(address, 1, BASE58), (changed) => {
        expect(moneroFault(changed)?.message).toBe(CHECKSUM);
      }),
    );
  });
  test.each([
    [`5${'a'.repeat(94)}`, 'main network'],
    [`4${'a'.repeat(105)}`, 'integrated'],
    [`4${'a'.repeat(93)}`, '94 characters'],
    [`4${'a'.repeat(93)}0`, 'form'],
  ])('%s is none', (address, reason) => {
    expect(moneroFault(address)?.message).toContain(reason);
  });
});

test('no text makes the checks throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...BASE58, '0') }), (text) => {
      for (const start of ['', 'bc1q', 'bc1p', '1', '3', '4', '8']) {
        expect(bitcoinFault(start + text)).toBeDefined();
        expect(moneroFault(start + text)).toBeDefined();
      }
    }),
  );
});
