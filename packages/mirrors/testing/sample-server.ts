import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentTypeOf } from '@tamizdat/release';
import type { ServerResponse } from 'node:http';

/** A mirror for tests, over plain HTTP or over TLS with HTTP/2, that is as good or as bad as it is told. */
export interface SampleServer {
  base: string;
  port: number;
  close: () => Promise<void>;
}

/** Answers a request, or leaves it to the folder. */
export type Answering = (path: string, response: ServerResponse) => boolean;

function handle(folder: string, answering: Answering) {
  return (request: { url?: string | undefined }, response: ServerResponse): void => {
    const path = decodeURIComponent((request.url ?? '').slice(1));
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', contentTypeOf(path));
    if (answering(path, response)) return;
    try {
      response.end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  };
}

export async function serveHttp(
  folder: string,
  answering: Answering = () => false,
): Promise<SampleServer> {
  const server = createServer(handle(folder, answering));
  return listen(server, 'http');
}

/** @param days Days from now at which the certificate ends; below 0 it has ended. */
export async function serveHttps(
  folder: string,
  { cert, key }: Certificate,
  answering: Answering = () => false,
): Promise<SampleServer> {
  const handler = handle(folder, answering) as unknown as Parameters<typeof createSecureServer>[1];
  return listen(createSecureServer({ cert, key, allowHTTP1: true }, handler), 'https');
}

export interface Certificate {
  cert: string;
  key: string;
}

/** Makes a certificate for `localhost` that is its own authority. */
export function makeCertificate(days: number): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  if (key === undefined || cert === undefined) throw new Error('no names');
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  execFileSync(
    'openssl',
    [
      ...args,
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      String(days),
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ],
    { stdio: 'ignore' },
  );
  const made = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

/** Stands before a server and stops handing on, without closing, after so many bytes of a connection. */
export async function freezeAfter(
  bytes: number,
  { base, port }: SampleServer,
): Promise<SampleServer> {
  const server = createTcpServer((reader) => {
    const mirror = connect(port, '127.0.0.1');
    let passed = 0;
    mirror.on('data', (data) => {
      const rest = Math.max(0, bytes - passed);
      passed += data.length;
      if (rest > 0) reader.write(data.subarray(0, rest));
    });
    reader.pipe(mirror);
    for (const socket of [reader, mirror]) socket.on('error', () => undefined);
    reader.on('close', () => mirror.destroy());
  });
  return listen(server, base.startsWith('https') ? 'https' : 'http');
}

/** A TCP server that does with each connection as it likes. */
export async function serveTcp(
  onSocket: (socket: Socket) => void,
  scheme = 'http',
): Promise<SampleServer> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      onSocket(socket);
    }),
    scheme,
  );
}

async function listen(server: Server, scheme: string): Promise<SampleServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = scheme === 'https' ? 'localhost' : '127.0.0.1';
  return {
    base: `${scheme}://${host}:${port}/`,
    port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
