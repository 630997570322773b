import { Agent, get as httpGet } from 'node:http';
import { connect as connectHttp2, constants } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type ConnectionOptions, openConnection, USER_AGENT } from '@tamizdat/http';
import { TRANSFER_BYTES, TRANSFER_MS, TRANSFER_REQUESTS } from '../limits.ts';
import type { Transfer } from './observation.ts';

export interface MeasureOptions extends ConnectionOptions {
  /** Milliseconds for a whole measurement; then it counts as silence, since no reader waits for what comes so slowly. */
  transferMs?: number | undefined;
}

/**
 * Asks for a file again and again on one connection, until so much has come that a freezing connection would have
 * frozen; an answer without end is ended there. Bytes are those of the socket: what filters count.
 * @throws Error where there is no connection
 */
export async function measureHttp1(address: URL, options: MeasureOptions): Promise<Transfer> {
  const socket = await openConnection(address, { ...options, protocols: ['http/1.1'] });
  const agent = new OneSocketAgent(socket);
  const ask = () => askHttp1(address, { agent, socket, ...limitsOf(options) });
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
  options: MeasureOptions,
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
  const limits = limitsOf(options);
  const ask = () =>
    new Promise<End>((resolve) => {
      const stream = session.request({
        [constants.HTTP2_HEADER_PATH]: address.pathname,
        'user-agent': USER_AGENT,
      });
      const giveUp = (): void => {
        stream.close();
      };
      const end = settleOnce({ resolve, socket, ...limits, giveUp });
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

interface Limits {
  /** Milliseconds without a byte. */
  idleMs: number;
  /** As of `performance.now()`. */
  deadline: number;
}

const limitsOf = ({ idleMs, transferMs = TRANSFER_MS }: MeasureOptions): Limits => ({
  idleMs,
  deadline: performance.now() + transferMs,
});

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
  { agent, socket, ...limits }: Limits & { agent: Agent; socket: Socket },
): Promise<End> {
  return new Promise((resolve) => {
    const asked = httpGet({
      agent,
      host: address.hostname,
      path: address.pathname,
      headers: { host: address.host, 'user-agent': USER_AGENT },
    });
    const end = settleOnce({ resolve, socket, ...limits, giveUp: () => asked.destroy() });
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

interface Asking extends Limits {
  resolve: (end: End) => void;
  socket: Socket;
  giveUp: () => void;
}

/**
 * Settles once: by what happens, by enough of an answer that may have no end, by silence, by the deadline, or by the end
 * of the connection, of which a request is not always told.
 */
function settleOnce({ resolve, socket, idleMs, deadline, giveUp }: Asking) {
  let isSettled = false;
  const settle = (end: End): void => {
    if (isSettled) return;
    isSettled = true;
    for (const timer of [idle, late]) clearTimeout(timer);
    socket.off('close', onClose);
    resolve(end);
  };
  const stop = (end: End): void => {
    settle(end);
    giveUp();
  };
  const onClose = (): void => {
    settle('closed');
  };
  socket.once('close', onClose);
  const idle = setTimeout(stop, idleMs, 'silence');
  const late = setTimeout(stop, Math.max(0, deadline - performance.now()), 'silence');
  const touch = (): void => {
    if (isSettled) return;
    if (socket.bytesRead >= TRANSFER_BYTES) stop('done');
    else idle.refresh();
  };
  return { settle, touch };
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
