import { UNSEEN } from '../frame/guard-output.ts';

/** Text of untrusted files as it may be written to a terminal: what cannot be seen is spelled out. */
export const printable = (text: string): string =>
  text.replaceAll(
    UNSEEN,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
