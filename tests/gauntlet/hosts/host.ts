import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { type Answer, answer, type Folders } from './answer.ts';
import type { Certificate } from './certificates.ts';
import { Gate } from './gate.ts';
import { OPEN, type Way } from './way.ts';
import type { Serving } from './serving.ts';

export type Protocol = 'h2' | 'http/1.1';

/** How a host behaves. What is not said is as it should be. */
export interface Behaviour {
  /** `no-name` is done to the reader's names, not here. */
  way?: Way | { kind: 'no-name' };
  serves?: Serving;
}

/** A request that reached a host. */
export interface Asked {
  path: string;
  status: number;
  /** Milliseconds since the process began. */
  at: number;
  /** When the answer had left, or nobody waited for it any more; undefined until then. */
  until?: number;
}

/** A web host with a name and a certificate of its own, behind a gate. */
export class Host {
  readonly name: string;
  readonly gate: Gate;
  /** Requests since {@link forget}. */
  asked: Asked[] = [];
  #serving: Serving = { kind: 'empty' };
  readonly #folders: Folders;
  readonly #server: Server;

  private constructor(name: string, folders: Folders, server: Server, gate: Gate) {
    this.name = name;
    this.gate = gate;
    this.#folders = folders;
    this.#server = server;
  }

  static async start(
    name: string,
    { chain, key }: Certificate,
    folders: Folders,
    protocol: Protocol,
  ): Promise<Host> {
    const tls = { cert: chain, key };
    const server: Server =
      protocol === 'h2' ? createSecureServer({ ...tls, allowHTTP1: true }) : createServer(tls);
    // Readers leave, and gates break connections.
    server.on('tlsClientError', () => undefined);
    server.on('sessionError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const gate = await Gate.open((server.address() as AddressInfo).port);
    const host = new Host(name, folders, server, gate);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      host.#respond(request, response);
    });
    return host;
  }

  /** The host's base address, as readers write it. */
  get base(): string {
    return `https://${this.name}/`;
  }

  async behave({ way = OPEN, serves }: Behaviour, otherwise: Serving): Promise<void> {
    this.#serving = serves ?? otherwise;
    await this.gate.become(way.kind === 'no-name' ? { kind: 'refused' } : way);
  }

  forget(): void {
    this.asked = [];
    this.gate.forget();
  }

  async close(): Promise<void> {
    await this.gate.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.base);
    const path = decodeURIComponent(pathname).slice(1);
    const given = asAsked(answer(this.#serving, this.#folders, path), request.headers);
    const asked: Asked = { path, status: given.status, at: performance.now() };
    this.asked.push(asked);
    response.on('close', () => {
      asked.until = performance.now();
    });
    response.writeHead(given.status, given.headers);
    response.end(request.method === 'HEAD' ? undefined : given.body, () => {
      // What was sent has to pass the gate before it closes.
      if (given.then === 'die') setTimeout(() => void this.gate.become({ kind: 'silent' }), 50);
    });
  }
}

const TEXT = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;

/** As usual hosts do: texts gzipped, ranges of what is not, nothing again that the reader has. */
function asAsked(given: Answer, asked: IncomingMessage['headers']): Answer {
  const etag = `"${createHash('sha256').update(given.body).digest('hex').slice(0, 16)}"`;
  const headers = { ...given.headers, etag, 'access-control-allow-origin': '*' };
  if (given.status !== 200) return { ...given, headers };
  if (asked['if-none-match'] === etag)
    return { ...given, status: 304, headers, body: Buffer.alloc(0) };
  const isText = TEXT.test(given.headers['content-type'] ?? '');
  if (isText && /\bgzip\b/.test(asked['accept-encoding']?.toString() ?? '')) {
    const body = gzipSync(given.body);
    return {
      ...given,
      headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
      body,
    };
  }
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(asked.range ?? '') ?? [];
  const body = given.body.subarray(Number(from), Number(to) + 1);
  if (from === undefined || body.length === 0) return { ...given, headers };
  const last = Number(from) + body.length - 1;
  const range = `bytes ${from}-${last}/${given.body.length}`;
  return { ...given, status: 206, headers: { ...headers, 'content-range': range }, body };
}
