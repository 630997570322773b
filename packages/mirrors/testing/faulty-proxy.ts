import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a bad store does with a request. */
export type Fault =
  /** Answers something of its own. */
  | { status: number; headers?: Record<string, string>; body?: string }
  /** Says that all went well, and does nothing. */
  | 'lose'
  /** Keeps the first half of what it is sent. */
  | 'cut'
  /** Never answers. */
  | 'hang'
  /** Does it to another path. */
  | { path: string };

/** Chooses a fault; undefined to do as one is asked. */
export type Choose = (method: string, path: string) => Fault | undefined;

/** Turns what a real store answered into something else; undefined to leave it. */
export type Answer = (
  method: string,
  path: string,
  status: number,
) => { status: number; body: string } | undefined;

export interface FaultyProxy {
  address: string;
  /** Every request, as method and path. */
  asked: string[];
  close: () => Promise<void>;
}

/** Stands before a real store of this machine and makes a bad one of it. For tests. */
export async function serveFaulty(
  store: string,
  choose: Choose,
  answer: Answer = () => undefined,
): Promise<FaultyProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(url);
    asked.push(`${method} ${path}`);
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    const fault = choose(method, path);
    if (fault === 'hang') return;
    if (fault === 'lose') {
      response.writeHead(201).end();
      return;
    }
    if (typeof fault === 'object' && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    const kept = fault === 'cut' ? body.subarray(0, body.length >> 1) : body;
    const to = typeof fault === 'object' ? fault.path : url;
    forward(store, request, { to, body: kept }, answer, response);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function forward(
  store: string,
  request: IncomingMessage,
  { to, body }: { to: string; body: Buffer },
  answer: Answer,
  response: ServerResponse,
): void {
  const { method = '' } = request;
  const headers = { ...request.headers, 'content-length': String(body.length) };
  delete headers['transfer-encoding'];
  const further = ask(new URL(to, store), { method, headers }, (given) => {
    const status = given.statusCode ?? 502;
    const other = answer(method, to, status);
    if (other === undefined) {
      response.writeHead(status, given.headers);
      given.pipe(response);
      return;
    }
    given.resume();
    response.writeHead(other.status, { 'content-type': 'text/html' }).end(other.body);
  });
  further.on('error', () => response.destroy());
  further.end(body);
}
