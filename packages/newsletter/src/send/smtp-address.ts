/** A mail server and the account on it. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps`); otherwise STARTTLS is required, except on this machine. */
  secure: boolean;
  user?: string;
  password?: string;
}

/**
 * Reads the address of a mail server: `smtps://user:password@mail.example:465` or `smtp://…:587`.
 * @throws TypeError without repeating the address, which holds a password.
 */
export function parseSmtpAddress(text: string): SmtpServer {
  const url = URL.parse(text);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new TypeError(
      'The mail server’s address cannot be read. Write it like this: smtps://user:password@mail.example:465',
    );
  }
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(url.username ? { user: decodeCredential(url.username) } : {}),
    ...(url.password ? { password: decodeCredential(url.password) } : {}),
  };
}

/**
 * Reads a name or a password as an address holds it (RFC 3986, percent-encoded).
 * @throws TypeError without repeating it
 */
export function decodeCredential(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError(
      'The user or the password in the address holds a “%” that begins no character. Write %25 for it, and %40 for an “@”.',
    );
  }
}

/** Whether a server is on this machine: only there mail may travel in the clear. */
export const isLocal = ({ host }: SmtpServer): boolean =>
  ['localhost', '127.0.0.1', '::1'].includes(host);
