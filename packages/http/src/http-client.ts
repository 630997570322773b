import {
  Agent,
  type ClientRequestArgs,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type RequestOptions,
} from 'node:http';
import { type Duplex, pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { type ConnectionOptions, openConnection, silence } from './open-connection.ts';

/** What a server answered. The body is to be read to its end, or `stop` to be called. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decoded; throws where it ends early or falls silent. */
  body: AsyncIterable<Uint8Array>;
  stop: () => void;
}

export interface ClientOptions extends ConnectionOptions {
  /** Connections kept for further requests; with 0 each request has its own. */
  kept: number;
}

/** Says who asks, so that a host can tell this from a flood. */
export const USER_AGENT = 'tamizdat';

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

  /** @throws Error where there is no answer */
  async get(address: URL, headers: Record<string, string> = {}): Promise<Answer> {
    const wanted: Wanted = {
      agent: this.#agent,
      address,
      host: address.hostname,
      port: Number(address.port) || (address.protocol === 'https:' ? 443 : 80),
      path: address.pathname + address.search,
      headers: {
        host: address.host,
        'user-agent': USER_AGENT,
        'accept-encoding': 'gzip, br',
        ...headers,
      },
    };
    const asked = request(wanted);
    const watch = setTimeout(() => asked.destroy(new Error(silence(this.#idleMs))), this.#idleMs);
    try {
      return this.#watchAnswer(await waitForAnswer(asked));
    } finally {
      clearTimeout(watch);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #watchAnswer(response: IncomingMessage): Answer {
    const body = decode(response);
    const fall = (): void => void response.destroy(new Error(silence(this.#idleMs)));
    const watch = setTimeout(fall, this.#idleMs);
    const stop = (): void => {
      clearTimeout(watch);
      // A connection whose answer was read to its end serves for the next request.
      if (!response.complete) response.destroy();
      body.destroy();
    };
    const { statusCode = 0, headers } = response;
    return { status: statusCode, headers, body: watchBody(body, watch, stop), stop };
  }
}

async function waitForAnswer(asked: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.once('response', resolve);
    // Stays: what breaks after the answer began is met by whoever reads the body.
    asked.on('error', reject);
    asked.end();
  });
}

async function* watchBody(body: Readable, watch: NodeJS.Timeout, stop: () => void) {
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      watch.refresh();
      yield part;
    }
  } finally {
    stop();
  }
}

/** Undoes the content encoding (RFC 9110, section 8.4). One that was not asked for is left alone: it verifies as nothing. */
function decode(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding'];
  response.on('error', () => undefined);
  if (encoding !== 'gzip' && encoding !== 'br') return response;
  const decoder = encoding === 'gzip' ? createGunzip() : createBrotliDecompress();
  // Errors reach whoever reads the decoder.
  return pipeline(response, decoder, () => undefined);
}

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
