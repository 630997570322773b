import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What the host does with a request: serve it, never answer, refuse it, or send a block page with status 200. */
export type Conduct = 'serve' | 'freeze' | 'refuse' | 'block';

export interface PlainHost {
  origin: string;
  /** Addresses asked for, with the bytes of each body. */
  requests: { path: string; bytes: number }[];
  conduct: (path: string) => Conduct;
  close: () => void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A host as plain as a mirror may be: files below `prefix`, no index documents, 404 without a page. */
export async function startPlainHost(folder: string, prefix: string): Promise<PlainHost> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const conduct = host.conduct(path);
    if (conduct === 'freeze') return;
    if (path === '/favicon.ico') {
      // The browser's own question, not the page's.
      response.writeHead(204).end();
      return;
    }
    void answer(path, conduct).then(({ status, type, body }) => {
      host.requests.push({ path: request.url ?? '', bytes: body.byteLength });
      response.writeHead(status, type === undefined ? {} : { 'Content-Type': type });
      response.end(body);
    });
  });
  const answer = async (
    path: string,
    conduct: Conduct,
  ): Promise<{ status: number; type?: string | undefined; body: Uint8Array }> => {
    if (conduct === 'refuse') return { status: 403, body: Buffer.from('refused') };
    if (conduct === 'block')
      return { status: 200, type: 'text/html', body: Buffer.from('blocked') };
    try {
      if (!path.startsWith(prefix)) throw new Error('outside');
      const body = await readFile(join(folder, path.slice(prefix.length)));
      return { status: 200, type: TYPES[extname(path)], body };
    } catch {
      return { status: 404, body: new Uint8Array() };
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: PlainHost = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    conduct: () => 'serve',
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return host;
}
