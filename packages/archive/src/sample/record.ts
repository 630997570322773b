import kept from '../../generated/sample.json' with { type: 'json' };
import { compact } from './plain-text.ts';
import type { Setting } from './settings.ts';

/** By what the sample outlet, and anything that is left of it, is known. */
export interface SampleRecord {
  /** Its own addresses. */
  origins: string[];
  /** Its names, in each language. */
  names: string[];
  /** Fingerprints of its keys. */
  fingerprints: string[];
  /** What stands within settings and texts, compact: host names, account numbers, ids of lists. */
  marks: string[];
  /** What is a setting as a whole, compact. */
  values: string[];
  /** Digests of sentences of fixed pages, appeals and authors’ records. */
  sentences: string[];
  /** Ids of articles. */
  articles: string[];
  /** Digests of articles’ titles. */
  titles: string[];
  /** All files: their bytes and SHA-256. */
  files: string[];
}

/** The sample’s record, which `generate.ts` makes of it; what a former sample held stays in it. */
export const SAMPLE: Readonly<SampleRecord> = kept;

/**
 * Whether an outlet is the sample itself: its name and origin are unchanged, and its readers are told of no keys of
 * their own.
 * @param settings Of its `outlet.yaml`.
 */
export function isSample(settings: readonly Setting[]): boolean {
  const valuesOf = (pattern: RegExp) =>
    settings.filter(({ field }) => pattern.test(field)).map(({ value }) => value);
  const names = valuesOf(/^name(?:\.|$)/);
  return (
    names.length > 0 &&
    names.every((name) => SAMPLE.names.includes(name)) &&
    valuesOf(/^origin$/).every((origin) => SAMPLE.origins.includes(origin)) &&
    valuesOf(/^rootFingerprint$/).every((print) => SAMPLE.fingerprints.includes(compact(print)))
  );
}
