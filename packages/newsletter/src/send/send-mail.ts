import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { SMTP_GREETING_MS, SMTP_SILENCE_MS } from '../limits.ts';
import { isLocal, type SmtpServer } from './smtp-address.ts';

/** Why a mail was not sent, and whether it may have been all the same. */
export class SendError extends Error {
  override name = 'SendError';
  /** True when the server had the whole mail, and its answer never came. */
  readonly uncertain: boolean;

  constructor(message: string, uncertain: boolean) {
    super(message);
    this.uncertain = uncertain;
  }
}

/**
 * Hands a finished mail to a server (SMTP, RFC 5321), once, to one address.
 * @param from @param to Addresses of the envelope, without names.
 * @throws SendError, in words that name no password.
 */
export async function sendMail(
  raw: Buffer,
  { from, to }: { from: string; to: string },
  server: SmtpServer,
  silenceMs = SMTP_SILENCE_MS,
): Promise<void> {
  const { host, port, secure, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isLocal(server),
    ignoreTLS: isLocal(server),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: Math.min(SMTP_GREETING_MS, silenceMs),
    greetingTimeout: Math.min(SMTP_GREETING_MS, silenceMs),
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let wholeMailGone = false;
  const stream = Readable.from([raw]).once('end', () => {
    wholeMailGone = true;
  });
  try {
    await transport.sendMail({ raw: stream, envelope: { from, to: [to] } });
  } catch (error) {
    throw describeFailure(error, server, wholeMailGone);
  } finally {
    transport.close();
  }
}

function describeFailure(
  error: unknown,
  { host, port }: SmtpServer,
  wholeMailGone: boolean,
): SendError {
  const { responseCode, response, message } = error as Record<string, unknown> & Error;
  const where = `${host}:${port}`;
  if (typeof responseCode === 'number')
    return new SendError(`${where} refused the mail: ${String(response)}`, false);
  // The server may have taken the mail before the connection broke.
  return wholeMailGone
    ? new SendError(`${where} fell silent after it had the whole mail (${message}).`, true)
    : new SendError(`${where} could not be spoken to (${message}).`, false);
}
