import { Agent, get as httpGet } from 'node:http';
import { connect as connectHttp2, constants } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type ConnectionOptions, openConnection, USER_AGENT } from '@tamizdat/http';
import { TRANSFER_BYTES, TRANSFER_REQUESTS } from '../limits.ts';
import type { Transfer } from './observation.ts';

/**
 * Asks for a file again and again on one connection, until so much has come that a freezing connection would have
 * frozen. Bytes are those of the socket: what filters count.
 * @throws Error where there is no connection
 */
export async function measureHttp1(address: URL, options: ConnectionOptions): Promise<Transfer> {
  const socket = await openConnection(address, { ...options, protocols: ['http/1.1'] });
  const agent = new OneSocketAgent(socket);
  const ask = () => askHttp1(address, { agent, socket, idleMs: options.idleMs });
  try {
    return await repeat(socket, ask);
  } finally {
    agent.destroy();
    socket.destroy();
  }
}

/** The same over HTTP/2; undefined where the server does not offer it. */
export async function measureHttp2(
  address: URL,
  options: ConnectionOptions,
): Promise<Transfer | undefined> {
  if (address.protocol !== 'https:') return undefined;
  const socket = (await openConnection(address, {
    ...options,
    protocols: ['h2', 'http/1.1'],
  })) as TLSSocket;
  if (socket.alpnProtocol !== 'h2') {
    socket.destroy();
    return undefined;
  }
  const session = connectHttp2(address, { createConnection: () => socket });
  session.on('error', () => undefined);
  const ask = () =>
    new Promise<End>((resolve) => {
      const stream = session.request({
        [constants.HTTP2_HEADER_PATH]: address.pathname,
        'user-agent': USER_AGENT,
      });
      const giveUp = (): void => {
        stream.close();
      };
      const end = settleOnce({ resolve, socket, idleMs: options.idleMs, giveUp });
      stream.on('data', end.touch).on('response', end.touch);
      stream.once('end', () => {
        end.settle('done');
      });
      for (const event of ['error', 'aborted', 'close'])
        stream.once(event, () => {
          end.settle('closed');
        });
    });
  try {
    return await repeat(socket, ask);
  } finally {
    session.destroy();
  }
}

type End = 'done' | 'silence' | 'closed';

async function repeat(socket: Socket, ask: () => Promise<End>): Promise<Transfer> {
  for (let asked = 0; asked < TRANSFER_REQUESTS; asked++) {
    // A server may end a connection with each answer: nothing would ever be heard of a further request on it.
    const end = socket.destroyed ? 'closed' : await ask();
    if (socket.bytesRead >= TRANSFER_BYTES) break;
    if (end !== 'done') return { bytes: socket.bytesRead, ended: end };
  }
  return { bytes: socket.bytesRead };
}

async function askHttp1(
  address: URL,
  { agent, socket, idleMs }: { agent: Agent; socket: Socket; idleMs: number },
): Promise<End> {
  return new Promise((resolve) => {
    const asked = httpGet({
      agent,
      host: address.hostname,
      path: address.pathname,
      headers: { host: address.host, 'user-agent': USER_AGENT },
    });
    const end = settleOnce({ resolve, socket, idleMs, giveUp: () => asked.destroy() });
    asked.once('error', () => {
      end.settle('closed');
    });
    asked.once('response', (response) => {
      response.on('data', end.touch);
      response.once('end', () => {
        end.settle('done');
      });
      for (const event of ['error', 'close'])
        response.once(event, () => {
          end.settle('closed');
        });
    });
  });
}

interface Asking {
  resolve: (end: End) => void;
  socket: Socket;
  idleMs: number;
  giveUp: () => void;
}

/** Settles once: by what happens, by silence, or by the end of the connection, of which a request is not always told. */
function settleOnce({ resolve, socket, idleMs, giveUp }: Asking) {
  let isSettled = false;
  const settle = (end: End): void => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(watch);
    socket.off('close', onClose);
    if (end === 'silence') giveUp();
    resolve(end);
  };
  const onClose = (): void => {
    settle('closed');
  };
  socket.once('close', onClose);
  const watch = setTimeout(() => {
    settle('silence');
  }, idleMs);
  return { settle, touch: () => void watch.refresh() };
}

/** Hands out one socket. A server that closes it gets no other. */
class OneSocketAgent extends Agent {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#socket = socket;
  }

  override createConnection(): Socket {
    return this.#socket;
  }
}
