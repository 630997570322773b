/** What the outlet decides about the worker; stands in its script. */
export interface Settings {
  /** SHA-256 of the outlet's first root (SPEC 6.7): all trust begins here. */
  fingerprint: string;
  /** Days for which visited pages stay; 0 keeps none. */
  days: number;
  /** Codes of the editions, in the outlet's order. */
  languages: string[];
  /** Base addresses of some mirrors, for as long as no signed list is known. They bring what is verified all the same. */
  mirrors: string[];
}
