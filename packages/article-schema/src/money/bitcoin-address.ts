import { countInRussian } from '../explain/russian-number.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import type { Fault } from '../schema/explained.ts';
import { decoded, FAILED_CHECKSUM } from './address-fault.ts';

const base58check = createBase58check(sha256);

/** What base58 (P2PKH, P2SH) and segwit of the main network begin with; whether every character fits, decoding tells. */
const BASE58 = /^[13][0-9A-Za-z]+$/;
const SEGWIT = /^bc1[0-9a-z]+$/i;
/** What addresses of test networks begin with: base58 of P2PKH and P2SH, segwit of testnet, signet and regtest. */
const TEST_NETWORK = /^(?:[mn2][1-9A-HJ-NP-Za-km-z]{25,34}|tb1\w+|bcrt1\w+)$/;
/** Version bytes of the main network: P2PKH, P2SH. */
const BASE58_VERSIONS = [0x00, 0x05];

/** A segwit address in small letters: wallets print the same one in capitals for QR codes (BIP 173). */
export function withSmallLetters(address: string): string {
  return /^BC1[0-9A-Z]+$/.test(address) ? address.toLowerCase() : address;
}

/**
 * What is wrong with an address of Bitcoin's main network, after its name in a sentence; nothing where money can be sent
 * to it. Base58Check (P2PKH, P2SH), bech32 for witness version 0 (BIP 173), bech32m for version 1 (BIP 350).
 */
export function bitcoinFault(address: string): Fault | undefined {
  if (TEST_NETWORK.test(address)) return TEST_NETWORK_FAULT;
  if (SEGWIT.test(address)) return segwitFault(address);
  if (BASE58.test(address)) return base58Fault(address);
  return {
    message:
      'is not in the form of a Bitcoin address: it begins with 1, 3 or bc1, and has letters and digits only',
    ru: {
      message:
        'не похоже на адрес Bitcoin: он начинается с 1, 3 или bc1 и состоит только из букв и цифр',
    },
  };
}

const TEST_NETWORK_FAULT: Fault = {
  message: 'is of a test network, whose coins are worth nothing',
  remedy: 'Copy the address of a wallet on the main network.',
  ru: {
    message: 'из тестовой сети, монеты которой ничего не стоят',
    remedy: 'Скопируйте адрес кошелька в основной сети.',
  },
};

function base58Fault(address: string): Fault | undefined {
  const bytes = decoded(() => base58check.decode(address));
  const fits = bytes?.length === 21 && BASE58_VERSIONS.includes(bytes[0] ?? -1);
  return fits ? undefined : FAILED_CHECKSUM;
}

function segwitFault(address: string): Fault | undefined {
  // “bc1q”: the first character after the separator is the witness version.
  const code = address.startsWith('bc1q') ? bech32 : bech32m;
  const words = decoded(() => code.decode(address as `bc1${string}`))?.words;
  const program = words && decoded(() => code.fromWords(words.slice(1)));
  const [version] = words ?? [];
  if (program === undefined || version === undefined) return FAILED_CHECKSUM;
  if (PROGRAM_LENGTHS[version]?.includes(program.length) === true) return undefined;
  return {
    message: `is of a kind that no wallet receives with (witness version ${version}, ${program.length} bytes)`,
    ru: {
      message: `такого вида, на который не принимает ни один кошелёк (версия ${version}, ${countInRussian(program.length, ['байт', 'байта', 'байт'])})`,
    },
  };
}

/** Bytes of the programs that wallets receive with, by witness version: P2WPKH and P2WSH, P2TR. */
const PROGRAM_LENGTHS: readonly (readonly number[])[] = [[20, 32], [32]];
