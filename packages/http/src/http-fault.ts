import { ErrorInBoth, type InBoth } from '@tamizdat/problem';
import { explainNetworkFault } from './explain-network-fault.ts';

/**
 * Why nothing was learned of what was asked for. Not said of what is there and wrong, nor of what is not there.
 *
 * - `redirect`, `strips-html`: the answer leads elsewhere
 * - `refused`: 401, 403, 451 and the like; `busy`: 429; `server-error`: 500 and above; `odd-status`: any other status
 *   that comes with nothing, or with a part
 * - `odd-coding`: the body comes in a coding that was not asked for
 * - `proxy-refused-…`: the proxy itself lets nobody, or not this one, through, with its status
 * - `silence`, `slow`, `proxy`, `closed`, or a code of Node's such as ECONNRESET
 */
export class HttpFault extends ErrorInBoth {
  override name = 'HttpFault';
  readonly code: string;
  /** Of the answer, where there was one. */
  readonly status: number | undefined;
  /** Milliseconds that the server asked to wait before it is asked again; undefined where that cannot help. */
  readonly retryMs: number | undefined;
  /** What a socket, TLS or a parser threw. */
  readonly origin: unknown;

  /** @param message What happened, in words that name no host asked. */
  constructor(
    code: string,
    message: InBoth,
    { status, retryMs, origin }: { status?: number; retryMs?: number; origin?: unknown } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryMs = retryMs;
    this.origin = origin;
  }
}

/** What a silence of so many milliseconds is called. */
export const silence = (idleMs: number): HttpFault =>
  new HttpFault(
    'silence',
    { en: `no byte for ${idleMs / 1_000} s`, ru: `ни байта за ${idleMs / 1_000} с` },
    { retryMs: 0 },
  );

/** What is said where a connection ends before it should. */
export const closed = (): ErrorInBoth =>
  new ErrorInBoth({ en: 'the connection was closed', ru: 'соединение закрыто' });

/** Codes of Node's for a certificate that will be no better in some seconds. */
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/;

/** Makes a fault of what a socket, TLS or a parser threw. */
export function toFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const code = (error as { code?: string }).code ?? 'closed';
  const message = explainNetworkFault(error);
  return new HttpFault(code, message, {
    origin: error,
    ...(CERTIFICATE.test(code) ? {} : { retryMs: 0 }),
  });
}
