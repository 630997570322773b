import type { Fault } from '../schema/explained.ts';

/** An address with a wrong, missing or exchanged character. */
export const FAILED_CHECKSUM: Fault = {
  message: 'fails its own checksum: a character is wrong, missing or out of its place',
  ru: {
    message: 'не проходит собственную проверку: какой-то символ неверен, пропущен или стоит не там',
  },
};

/** What a decoder gives; nothing where it throws, as those of addresses do for what is none. */
export function decoded<Value>(decode: () => Value): Value | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
