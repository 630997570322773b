import { ErrorInBoth, type InBoth } from '@tamizdat/problem';
import { createTransport } from 'nodemailer';
import { ANSWER_SHOWN, SMTP_GREETING_MS, SMTP_SILENCE_MS } from '../limits.ts';
import { maskSecrets } from './mask-secrets.ts';
import { isLocal, type SmtpServer } from './smtp-address.ts';

/** Why a mail was not sent, and whether it may have been all the same. */
export class SendError extends ErrorInBoth {
  override name = 'SendError';
  /** True when the server had the whole mail, and its answer never came. */
  readonly uncertain: boolean;

  constructor(told: InBoth, uncertain: boolean) {
    super(told);
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
  let wholeMailGone = false;
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
    logger: listenFor('message', () => {
      wholeMailGone = true;
    }),
  });
  try {
    await transport.sendMail({ raw, envelope: { from, to: [to] } });
  } catch (error) {
    throw describeFailure(error, server, wholeMailGone);
  } finally {
    transport.close();
  }
}

/**
 * nodemailer tells its log alone that a mail's last line, the dot, was handed to the connection: `message`. That is after
 * the server asked for the mail (354) and took in all before the dot.
 */
function listenFor(event: string, heard: () => void) {
  const ignore = () => undefined;
  const info = (entry: unknown) => {
    if ((entry as { tnx?: unknown } | null)?.tnx === event) heard();
  };
  return {
    level: ignore,
    trace: ignore,
    debug: ignore,
    info,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}

function describeFailure(error: unknown, server: SmtpServer, wholeMailGone: boolean): SendError {
  const { responseCode, response, message } = error as Record<string, unknown> & Error;
  const where = `${server.host}:${server.port}`;
  const show = (said: string) => maskSecrets(said, secretsOf(server)).slice(0, ANSWER_SHOWN);
  if (typeof responseCode === 'number')
    return new SendError(
      {
        en: `${where} refused the mail: ${show(String(response))}`,
        ru: `${where} не принял письмо: ${show(String(response))}`,
      },
      false,
    );
  // The server may have taken the mail before the connection broke.
  return wholeMailGone
    ? new SendError(
        {
          en: `${where} fell silent after it had the whole mail (${show(message)}).`,
          ru: `${where} замолчал, когда получил всё письмо (${show(message)}).`,
        },
        true,
      )
    : new SendError(
        {
          en: `${where} did not get the whole mail (${show(message)}).`,
          ru: `${where} получил письмо не целиком (${show(message)}).`,
        },
        false,
      );
}

/** The password, and the line that `PLAIN` sends it in. */
function secretsOf({ user = '', password = '' }: SmtpServer): string[] {
  return password === '' ? [] : [password, `\0${user}\0${password}`];
}
