import { join } from 'node:path';
import { isMissing, readPlain, writeWhole } from '@tamizdat/files';
import { encodeCanonical } from '@tamizdat/verify/format';
import { type FollowedList, followMirrors, isBaseAddress, type MirrorList } from '@tamizdat/verify';
import { MAX_FOLLOWED_BYTES } from '../limits.ts';

/** The list of mirrors that a copy of an outlet's site uses (SPEC 9.15), beside what is remembered of the outlet. */
export class FollowedMirrors {
  readonly #file: string;

  constructor(memory: string, fingerprint: string) {
    this.#file = join(memory, `${fingerprint}.mirrors.json`);
  }

  /** Gives what is in use. What is not as it was written counts for nothing: it is a help, and proves nothing. */
  load(): FollowedList | undefined {
    try {
      const text = new TextDecoder().decode(readPlain(this.#file, MAX_FOLLOWED_BYTES));
      return parseFollowed(text);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Takes a verified list over, or holds it. @returns what is in use now */
  follow(list: MirrorList | undefined): FollowedList | undefined {
    const former = this.load();
    // A number that goes back was let through by the verification: the keys were replaced (SPEC 9.6).
    const isReplaced = list !== undefined && former !== undefined && list.number < former.number;
    const used = followMirrors(former, list, isReplaced);
    if (used !== undefined && used !== former) writeWhole(this.#file, encodeCanonical(used));
    return used;
  }
}

/** Parses a list that was kept; undefined for what is not as it was written. */
export function parseFollowed(text: string): FollowedList | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return isList(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isList(value: unknown): value is FollowedList {
  if (!isObject(value)) return false;
  const { number, mirrors, held } = value;
  return (
    Number.isSafeInteger(number) &&
    Number.isSafeInteger(held) &&
    Array.isArray(mirrors) &&
    mirrors.every((one) => isObject(one) && isBaseAddress(one['base']))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
