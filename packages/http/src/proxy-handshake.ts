import type { Socket } from 'node:net';
import { ErrorInBoth, type InBoth } from '@tamizdat/problem';
import { HttpFault } from './http-fault.ts';
import { MAX_PROXY_ANSWER_BYTES } from './limits.ts';
import type { Proxy } from './proxy.ts';

/** Where a proxy is asked to connect to. */
export interface Target {
  host: string;
  port: number;
}

/**
 * Asks a proxy for a connection. Afterwards the socket speaks to the target.
 * @throws HttpFault `proxy-refused-…` where the proxy itself does not let this one through, whatever the target
 * @throws Error that says what the proxy answered of the target
 */
export async function shakeHands(socket: Socket, proxy: Proxy, target: Target): Promise<void> {
  await (proxy.kind === 'socks5' ? askSocks : askConnect)(socket, proxy, target);
}

/** RFC 1928, with the password of RFC 1929. The name of the host is left to the proxy to resolve. */
async function askSocks(socket: Socket, { user, password }: Proxy, { host, port }: Target) {
  const hasUser = user !== '';
  socket.write(Buffer.from([5, 1, hasUser ? 2 : 0]));
  const [version, method] = await take(socket, 2);
  if (version !== 5 || method !== (hasUser ? 2 : 0))
    throw refused('handshake', {
      en: 'the proxy refused the handshake',
      ru: 'прокси отказался здороваться',
    });
  if (hasUser) {
    socket.write(Buffer.concat([Buffer.from([1]), sized(user), sized(password)]));
    const [, status] = await take(socket, 2);
    if (status !== 0)
      throw refused('password', {
        en: 'the proxy refused the password',
        ru: 'прокси не принял пароль',
      });
  }
  const name = sized(host.replace(/^\[|\]$/g, ''));
  socket.write(
    Buffer.concat([Buffer.from([5, 1, 0, 3]), name, Buffer.from([port >> 8, port & 255])]),
  );
  const [, reply = 255, , kind] = await take(socket, 4);
  if (reply !== 0) {
    const told = {
      en: `the proxy could not connect (SOCKS reply ${reply})`,
      ru: `прокси не смог соединиться (ответ SOCKS ${reply})`,
    };
    throw SOCKS_REFUSALS.has(reply) ? refused(`socks-${reply}`, told) : new ErrorInBoth(told);
  }
  const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await take(socket, 1))[0] ?? 0);
  await take(socket, length + 2);
}

/** Not allowed by its rules, a command or an address that it does not know (RFC 1928, section 6). */
const SOCKS_REFUSALS = new Set([2, 7, 8]);

/** Statuses by which a proxy says that it let this one through, and could not reach the target (RFC 9110, section 15.6). */
const UNREACHED = new Set(['502', '503', '504']);

/** A password, a quota or rules of the proxy: nothing is learned of the target, and asking again does not help. */
const refused = (what: string, told: InBoth): HttpFault =>
  new HttpFault(`proxy-refused-${what}`, told);

function sized(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 255);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

async function askConnect(socket: Socket, { user, password }: Proxy, { host, port }: Target) {
  const secret = Buffer.from(`${user}:${password}`).toString('base64');
  const login = user === '' ? '' : `Proxy-Authorization: Basic ${secret}\r\n`;
  socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n${login}\r\n`);
  let answer = '';
  while (!answer.endsWith('\r\n\r\n')) {
    if (answer.length > MAX_PROXY_ANSWER_BYTES)
      throw new ErrorInBoth({
        en: 'the proxy answered too much',
        ru: 'прокси ответил слишком длинно',
      });
    answer += (await take(socket, 1)).toString('latin1');
  }
  const status = /^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1];
  if (status === '200') return;
  const told = {
    en: `the proxy could not connect (HTTP ${status ?? '?'})`,
    ru: `прокси не смог соединиться (HTTP ${status ?? '?'})`,
  };
  if (status === undefined || UNREACHED.has(status)) throw new ErrorInBoth(told);
  throw refused(status, told);
}

/** Takes so many bytes of a socket and leaves the rest. */
async function take(socket: Socket, count: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(count) as Buffer | null;
    if (bytes !== null && bytes.length === count) return bytes;
    if (bytes !== null || socket.readableEnded || socket.destroyed)
      throw new ErrorInBoth({
        en: 'the proxy closed the connection',
        ru: 'прокси закрыл соединение',
      });
    await new Promise<void>((resolve, reject) => {
      const events = ['readable', 'end', 'close'] as const;
      const done = (error?: unknown): void => {
        for (const event of events) socket.off(event, done);
        socket.off('error', done);
        if (error instanceof Error) reject(error);
        else resolve();
      };
      for (const event of events) socket.once(event, done);
      socket.once('error', done);
    });
  }
}
