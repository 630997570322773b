import type { JsonObject } from '@tamizdat/verify/format';
import type { Trust } from '@tamizdat/verify';
import { ONLINE_KEYS } from '../sample-outlet.ts';
import type { Bytes } from '../../src/sign/sign-metadata.ts';
import { buildBundle } from '../../src/sign/head-files.ts';
import { type SignedHead } from '../../src/sign/signed-head.ts';
import { alter, reseal } from './forge.ts';
import { HEAD, ROOT_1, ROOT_NODE } from './sample-head.ts';

/** What a verifier is given and what it must say of it. */
export interface HeadCase {
  name: string;
  clause: string;
  /** Milliseconds since 1970. */
  now?: number;
  trust?: Partial<Trust>;
  /** Text of the bundle. */
  bundle: string;
  /** A code, or what is said of a genuine head. */
  expect:
    string | { release: number; expired?: string[]; clockBehind?: boolean; trust?: Partial<Trust> };
}

/** What is said of the third release. */
export const GENUINE = { release: 3 };

export function bundleText(head: SignedHead, edit?: (bundle: JsonObject) => void): string {
  const bundle = buildBundle(head, [ROOT_NODE]);
  return new TextDecoder().decode(edit === undefined ? bundle : alter(bundle, edit));
}

/** A bundle with other files in it; nothing that names them is signed anew. */
export function swap(files: Partial<SignedHead>): string {
  return bundleText({ ...HEAD, ...files });
}

/** A bundle with other files in it, and all that names them signed with the outlet's own keys. */
export function sealed(files: Partial<SignedHead>): string {
  return bundleText(reseal(HEAD, files, ONLINE_KEYS));
}

export function withRoots(head: SignedHead, ...roots: Bytes[]): SignedHead {
  return { ...head, roots: [ROOT_1, ...roots] };
}
