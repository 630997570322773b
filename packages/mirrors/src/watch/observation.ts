import type { Finding, Lost } from '@tamizdat/release';

/** What came through one connection on which the same file was asked for again and again. */
export interface Transfer {
  /** Bytes that arrived, TLS and headers included. */
  bytes: number;
  /** Why it ended before enough had come; undefined where enough did. */
  ended?: 'silence' | 'closed' | undefined;
}

/** How a mirror answered its first request. */
export interface FirstAnswer {
  status: number;
  /** Milliseconds from the beginning of the connection to the first byte of the answer. */
  firstByteMs: number;
  /** Where it leads to, for a redirect. */
  location?: string | undefined;
  /** Whether programs of other sites may read what it serves. */
  hasCors: boolean;
}

/** Why there was no answer at all. */
export interface Failure {
  /** How far it came: name and TCP, proxy and TLS, or the answer. */
  step: 'connect' | 'tls' | 'answer';
  /** A code of Node's such as ECONNREFUSED; `silence` where nothing came. */
  code: string;
}

/** The fault of a certificate that is for the mirror's own domain, and not for the name that was asked. */
export const NAME_LACKING = 'name-not-certified';

/** Everything that was seen of a mirror at a moment. Plain JSON, without its address. */
export interface Observation {
  /** Milliseconds since 1970. */
  at: number;
  failure?: Failure | undefined;
  first?: FirstAnswer | undefined;
  tls?:
    | {
        /** Milliseconds since 1970. */ expires: number;
        /** Why the certificate does not hold. */ fault?: string | undefined;
      }
    | undefined;
  /** Of a wildcard: why a name that was made up cannot be had, or is not certified. */
  made?: { failure?: string | undefined; fault?: string | undefined } | undefined;
  /** The release that it serves, where that is genuine. */
  release?:
    | {
        number: number;
        clock: string;
        expired: string[];
        /** Whether this machine's clock is too far behind to say what has expired. */
        isClockBehind: boolean;
        files: number;
      }
    | undefined;
  findings: Pick<Finding, 'code' | 'at'>[];
  /** Files whose bytes were judged. */
  judged: number;
  /** Answers by which nothing was learned of what was asked for, the bundle or files. */
  faults: Lost[];
  transfers: { http1?: Transfer | undefined; http2?: Transfer | undefined };
  /** Status of a path that does not exist. */
  missingStatus?: number | undefined;
  /** Files that come with another content type than the signed one. */
  wrongTypes: string[];
  /** Files in which another address than the mirror's own stands, and files in which nobody's does that is known. */
  elsewhere: string[];
  foreign: string[];
}
