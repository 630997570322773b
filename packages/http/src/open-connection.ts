import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { saidBy } from '@tamizdat/problem';
import { closed, HttpFault, silence } from './http-fault.ts';
import type { Proxy } from './proxy.ts';
import { shakeHands } from './proxy-handshake.ts';

export interface ConnectionOptions {
  proxy?: Proxy | undefined;
  /** Milliseconds that a step (name and TCP, proxy, TLS) may take. */
  idleMs: number;
  /** Protocols offered (RFC 7301). */
  protocols?: readonly string[];
  /** Certificates that are trusted besides the system's, PEM. */
  ca?: string | undefined;
  /** Whether a certificate that does not hold is taken all the same, to look at it. */
  isLenient?: boolean;
}

/**
 * Opens a connection to the host of an address, TLS included where it is https.
 * @throws Error with the code of what failed, or an HttpFault; its `step` is `tls` where the host could be reached
 */
export async function openConnection(
  address: URL,
  options: ConnectionOptions,
): Promise<Socket | TLSSocket> {
  const isTls = address.protocol === 'https:';
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const port = Number(address.port) || (isTls ? 443 : 80);
  const { proxy, idleMs } = options;
  const socket = await (proxy ? reachProxy(proxy, idleMs) : reach({ host, port }, idleMs));
  if (proxy) {
    const watch = setTimeout(() => socket.destroy(silence(idleMs)), idleMs);
    try {
      await shakeHands(socket, proxy, { host: address.hostname, port });
    } catch (error) {
      socket.destroy();
      throw toProxyFault(error);
    } finally {
      clearTimeout(watch);
    }
  }
  if (!isTls) return socket;
  const secure = connectTls({
    socket,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: [...(options.protocols ?? ['http/1.1'])],
    rejectUnauthorized: options.isLenient !== true,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });
  await within(secure, idleMs, 'secureConnect').catch((error: unknown) => {
    throw Object.assign(error as Error, { step: 'tls' });
  });
  return secure;
}

/**
 * Opens a connection to a proxy, and asks it for nothing.
 * @throws HttpFault that says what is wrong with the proxy, and not with what is behind it
 */
export async function reachProxy({ host, port }: Proxy, idleMs: number): Promise<Socket> {
  try {
    return await reach({ host, port }, idleMs);
  } catch (error) {
    const { code } = error as { code?: string };
    const isOurs = error instanceof HttpFault || code === undefined;
    const { en, ru } = isOurs ? saidBy(error) : { en: code, ru: code };
    throw new HttpFault(
      'proxy',
      {
        en: `the proxy cannot be reached (${en})`,
        ru: `до прокси не достучаться (${ru})`,
      },
      { origin: error, retryMs: 0 },
    );
  }
}

async function reach(place: { host: string; port: number }, idleMs: number): Promise<Socket> {
  const socket = connect(place);
  socket.setNoDelay(true);
  await within(socket, idleMs, 'connect');
  return socket;
}

/** What broke while a proxy was asked is the proxy's fault, as far as anybody can tell here; its silence may be another's. */
function toProxyFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const { en, ru } = saidBy(error);
  const told = en.includes('the proxy')
    ? { en, ru }
    : { en: `the proxy broke off (${en})`, ru: `прокси оборвал связь (${ru})` };
  return new HttpFault('proxy', told, { origin: error, retryMs: 0 });
}

/** Waits for an event of a socket, and destroys the socket where it does not come. */
async function within(socket: Socket, idleMs: number, event: string): Promise<void> {
  const watch = setTimeout(() => socket.destroy(silence(idleMs)), idleMs);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once(event, () => {
        resolve();
      });
      socket.once('error', reject);
      socket.once('close', () => {
        reject(closed());
      });
    });
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(watch);
  }
}
