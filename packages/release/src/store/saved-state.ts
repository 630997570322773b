import { ErrorInBoth, type InBoth, isRecord } from '@tamizdat/problem';
import { isStrictPath } from '@tamizdat/verify';
import type { SignedHead } from '../sign/signed-head.ts';
import { KEEP_RELEASES } from './limits.ts';
import { parsePublishedName } from './published-files.ts';
import type { ReleaseState } from './release-state.ts';

export const FORMAT = 'tamizdat-release-state-1';

/** `state.json` as it is written. */
export interface SavedState extends Omit<ReleaseState, 'head'> {
  format: string;
  head: Record<Exclude<keyof SignedHead, 'roots' | 'addresses'>, string> & {
    roots: string[];
    /** Where targets leave the list of mirrors to a role of its own. */
    addresses?: string;
  };
}

export function ensure(holds: boolean, found: string | InBoth): asserts holds {
  if (!holds) throw typeof found === 'string' ? new Error(found) : new ErrorInBoth(found);
}

/**
 * Refuses what `saveState` never writes: another machine may have written it, and every name in it is deleted, read or
 * served one day.
 * @throws Error that says which part
 */
export function ensureSaved(value: unknown): asserts value is SavedState {
  ensure(isRecord(value) && value['format'] === FORMAT, 'format');
  const { head, summary, typing, ledger, stale, bundled } = value;
  ensure(isRecord(head) && HEAD.every((name) => typeof head[name] === 'string'), 'head');
  ensure(head['addresses'] === undefined || isText(head['addresses']), 'addresses');
  ensure(isListOf(head['roots'], isText) && head['roots'].length > 0, 'roots');
  ensure(isRecord(summary) && isHash(summary['root']), 'root');
  ensure(
    ['level', 'files', 'bytes'].every((name) => isCount(summary[name])),
    'summary',
  );
  ensure(isListOf(summary['mixedCase'], isPath), 'mixedCase');
  ensure(typing === undefined || isText(typing), 'typing');
  ensure(isListOf(ledger, isEntry) && ledger.length <= KEEP_RELEASES, 'ledger');
  ensure(isListOf(stale, isHash), 'stale');
  ensure(isListOf(bundled, isHash), 'bundled');
}

const HEAD = ['timestamp', 'snapshot', 'targets', 'release', 'mirrors'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isPath = (value: unknown): value is string => isText(value) && isStrictPath(value);
const isMetadata = (value: unknown): value is string =>
  isText(value) && ['metadata', 'target'].includes(parsePublishedName(value)?.kind ?? '');

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(is);
}

function isEntry(value: unknown): value is ReleaseState['ledger'][number] {
  if (!isRecord(value)) return false;
  const { number, nodes, files, bytes, removed } = value;
  return (
    isCount(number) &&
    isListOf(nodes, isHash) &&
    isListOf(files, isMetadata) &&
    isListOf(bytes, isHeld) &&
    isListOf(removed, isPath)
  );
}

const isHeld = (value: unknown): value is { path: string; hash: string } =>
  isRecord(value) && isPath(value['path']) && isHash(value['hash']);
