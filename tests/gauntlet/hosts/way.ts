/** What becomes of a connection on its way between a reader and a host. */
export type Way =
  | { kind: 'open' }
  /** Nobody listens. */
  | { kind: 'refused' }
  /** Reset as soon as the reader has said hello. */
  | { kind: 'reset' }
  /** Accepted, and never answered. */
  | { kind: 'silent' }
  /** So many bytes come from the host, TLS included; then nothing, without an end. */
  | { kind: 'frozen'; after: number }
  /** Bytes from the host come drop by drop. */
  | { kind: 'dripping'; bytesASecond: number };

export const OPEN: Way = { kind: 'open' };
