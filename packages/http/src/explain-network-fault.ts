/** What codes of Node's sockets, TLS and HTTP parser mean to a person. */
const MEANINGS: readonly [codes: RegExp, meaning: string][] = [
  [/^ENOTFOUND$/, 'there is no host of this name, or the provider hides it'],
  [/^EAI_/, 'the name could not be looked up'],
  [/^ECONNREFUSED$/, 'nothing listens there'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/, 'no way leads there from here'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'the connection was cut'],
  [/^ETIMEDOUT$/, 'no answer came'],
  [/^CERT_HAS_EXPIRED$/, 'its certificate has expired'],
  [
    /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/,
    'its certificate is not trusted',
  ],
  [/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/, 'it does not speak TLS as it should'],
  [/^HPE_/, 'what it answers is not HTTP'],
];

/** Says in words why a host could not be asked, with its code where Node gives one. */
export function explainNetworkFault(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === undefined) return message;
  const meaning = MEANINGS.find(([codes]) => codes.test(code))?.[1] ?? message;
  return `${meaning} (${code})`;
}
