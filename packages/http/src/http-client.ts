import {
  Agent,
  type ClientRequestArgs,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type RequestOptions,
} from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import { ACCEPTED, decodeBody, isUndecodable } from './decode-body.ts';
import { closed, HttpFault, silence, toFault } from './http-fault.ts';
import { MAX_HEADER_BYTES } from './limits.ts';
import { type ConnectionOptions, openConnection } from './open-connection.ts';

/** What a server answered. The body is to be read to its end, or `stop` to be called. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decoded; ends early where it is not in the coding that was named. @throws HttpFault where it breaks off or falls silent */
  body: AsyncIterable<Uint8Array>;
  /** @param fault What whoever reads the body is told. */
  stop: (fault?: HttpFault) => void;
}

export interface ClientOptions extends ConnectionOptions {
  /** Connections kept for further requests; with 0 each request has its own. */
  kept: number;
}

/** Says who asks, so that a host can tell this from a flood. */
export const USER_AGENT = 'tamizdat';

interface Sent {
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** What the agent is given besides what Node's request takes. */
type Wanted = RequestOptions & { address: URL };

/** Asks servers over HTTP/1.1, through a proxy where there is one. Redirects are not followed. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #idleMs: number;

  constructor(options: ClientOptions) {
    this.#idleMs = options.idleMs;
    this.#agent = new ConnectingAgent(options);
  }

  /** @throws HttpFault where there is no answer, or none that can be read */
  async get(address: URL, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(address, { method: 'GET', headers });
  }

  /** Sends a text once. @throws HttpFault where there is no answer, or none that can be read */
  async post(address: URL, text: string, headers: Record<string, string> = {}): Promise<Answer> {
    const body = Buffer.from(text);
    const length = String(body.length);
    return this.#ask(address, {
      method: 'POST',
      headers: { ...headers, 'content-length': length },
      body,
    });
  }

  async #ask(address: URL, { method, headers, body }: Sent): Promise<Answer> {
    const wanted: Wanted = {
      method,
      agent: this.#agent,
      address,
      host: address.hostname,
      port: Number(address.port) || (address.protocol === 'https:' ? 443 : 80),
      path: address.pathname + address.search,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Headers on several lines and other old habits: no harm comes of them where bytes alone are trusted.
      insecureHTTPParser: true,
      headers: {
        host: address.host,
        'user-agent': USER_AGENT,
        'accept-encoding': ACCEPTED,
        ...headers,
      },
    };
    const asked = request(wanted);
    const watch = setTimeout(() => asked.destroy(silence(this.#idleMs)), this.#idleMs);
    try {
      return this.#watchAnswer(await waitForAnswer(asked, body));
    } catch (error) {
      throw toFault(error);
    } finally {
      clearTimeout(watch);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #watchAnswer(response: IncomingMessage): Answer {
    response.on('error', () => undefined);
    const body = decodeOrStop(response);
    const fall = (): void => void response.destroy(silence(this.#idleMs));
    const watch = setTimeout(fall, this.#idleMs);
    const stop = (fault?: HttpFault): void => {
      clearTimeout(watch);
      // A connection whose answer was read to its end serves for the next request.
      if (!response.complete) response.destroy(fault);
      body.destroy(fault);
    };
    const { statusCode = 0, headers } = response;
    return { status: statusCode, headers, body: watchBody(body, watch, stop), stop };
  }
}

/** @throws HttpFault */
function decodeOrStop(response: IncomingMessage): Readable {
  try {
    return decodeBody(response);
  } catch (error) {
    response.destroy();
    throw error;
  }
}

async function waitForAnswer(asked: ClientRequest, body?: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.once('response', resolve);
    // Stays: what breaks after the answer began is met by whoever reads the body.
    asked.on('error', reject);
    asked.once('upgrade', (_, socket: Duplex) => {
      socket.destroy();
      reject(
        new HttpFault(
          'odd-status',
          { en: 'answers with status 101', ru: 'отвечает кодом 101' },
          { status: 101 },
        ),
      );
    });
    asked.once('close', () => {
      reject(closed());
    });
    asked.end(body);
  });
}

async function* watchBody(body: Readable, watch: NodeJS.Timeout, stop: () => void) {
  const parts = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const part = await parts.next().catch((error: unknown) => {
        if (isUndecodable(error)) return END;
        throw toFault(error);
      });
      if (part.done === true) return;
      watch.refresh();
      yield part.value;
    }
  } finally {
    stop();
  }
}

const END = { done: true, value: undefined } as const;

class ConnectingAgent extends Agent {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    super({ keepAlive: options.kept > 0, maxFreeSockets: Math.max(options.kept, 1) });
    this.#options = options;
  }

  /** Called by Node, whose types do not know the address that the request was given. */
  override createConnection(
    options: ClientRequestArgs,
    done?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const { address } = options as Wanted;
    openConnection(address, this.#options).then(
      (socket) => done?.(null, socket),
      // Node looks at the socket only where there is no error.
      (error: unknown) => done?.(error as Error, undefined as unknown as Duplex),
    );
  }
}
