import { countInRussian } from '../explain/russian-number.ts';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58xmr } from '@scure/base';
import type { Fault } from '../schema/explained.ts';
import { decoded, FAILED_CHECKSUM } from './address-fault.ts';

const ALPHABET = /^[1-9A-HJ-NP-Za-km-z]+$/;
/** Characters of a standard address and of a subaddress; an integrated one holds a payment's id as well. */
const LENGTH = 95;
const INTEGRATED_LENGTH = 106;
const CHECKSUM_BYTES = 4;
/** Network bytes of the main network: standard address, subaddress. */
const NETWORKS = [18, 42];

/**
 * What is wrong with a standard address or subaddress of Monero's main network, after its name in a sentence; nothing
 * where money can be sent to it. Base58 in Monero's blocks, the last four bytes the beginning of the rest's Keccak-256.
 */
export function moneroFault(address: string): Fault | undefined {
  if (!ALPHABET.test(address) || !/^[48]/.test(address)) return NO_FORM;
  if (address.length === INTEGRATED_LENGTH) return INTEGRATED;
  if (address.length !== LENGTH) return wrongLength(address.length);
  const bytes = decoded(() => base58xmr.decode(address));
  if (bytes === undefined) return FAILED_CHECKSUM;
  const checked = bytes.subarray(0, -CHECKSUM_BYTES);
  const sum = keccak_256(checked).subarray(0, CHECKSUM_BYTES);
  const fits = sum.every((byte, index) => byte === bytes[checked.length + index]);
  return fits && NETWORKS.includes(bytes[0] ?? 0) ? undefined : FAILED_CHECKSUM;
}

const NO_FORM: Fault = {
  message:
    'is not in the form of a Monero address of the main network: it begins with 4 or 8, and has letters and digits only',
  ru: {
    message:
      'не похоже на адрес Monero в основной сети: он начинается с 4 или 8 и состоит только из букв и цифр',
  },
};

const INTEGRATED: Fault = {
  message: 'is an integrated address, which marks one payment of one reader',
  remedy: 'Copy the wallet’s standard address or a subaddress, of 95 characters.',
  ru: {
    message: 'составной адрес: он помечает один платёж одного читателя',
    remedy: 'Скопируйте обычный адрес кошелька или подадрес, из 95 символов.',
  },
};

const wrongLength = (length: number): Fault => ({
  message: `is ${length} characters long, and a Monero address has ${LENGTH}`,
  ru: {
    message: `состоит из ${countInRussian(length, ['символа', 'символов', 'символов'])}, а в адресе Monero их ${LENGTH}`,
  },
});
