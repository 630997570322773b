import { explainNetworkFault } from './explain-network-fault.ts';

/**
 * Why nothing was learned of what was asked for. Not said of what is there and wrong, nor of what is not there.
 *
 * - `redirect`, `strips-html`: the answer leads elsewhere
 * - `refused`: 401, 403, 451 and the like; `busy`: 429; `server-error`: 500 and above; `odd-status`: any other status
 *   that comes with nothing, or with a part
 * - `odd-coding`: the body comes in a coding that was not asked for
 * - `silence`, `slow`, `proxy`, `closed`, or a code of Node's such as ECONNRESET
 */
export class HttpFault extends Error {
  override name = 'HttpFault';
  readonly code: string;
  /** Of the answer, where there was one. */
  readonly status: number | undefined;
  /** Milliseconds that the server asked to wait before it is asked again; undefined where that cannot help. */
  readonly retryMs: number | undefined;

  /** @param message What happened, in words that name no host asked. */
  constructor(
    code: string,
    message: string,
    { status, retryMs, cause }: { status?: number; retryMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.retryMs = retryMs;
  }
}

/** What a silence of so many milliseconds is called. */
export const silence = (idleMs: number): HttpFault =>
  new HttpFault('silence', `no byte for ${idleMs / 1_000} s`, { retryMs: 0 });

/** Codes of Node's for a certificate that will be no better in some seconds. */
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/;

/** Makes a fault of what a socket, TLS or a parser threw. */
export function toFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const code = (error as { code?: string }).code ?? 'closed';
  const message = explainNetworkFault(error);
  return new HttpFault(code, message, {
    cause: error,
    ...(CERTIFICATE.test(code) ? {} : { retryMs: 0 }),
  });
}
