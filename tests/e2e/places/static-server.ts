import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface StaticServerOptions {
  folder: string;
  /** Path the folder is served under, such as `/a/deep/path/`. */
  prefix?: string;
  /** Answer a folder's address with its `index.html`, as most hosts do. */
  indexDocuments?: boolean;
}

export interface StaticServer {
  /** Address of the tree's root, with a slash at its end. */
  base: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.css': 'text/css; charset=utf-8',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  // As hosts do that nobody told what it is in.
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
};

/** A host as dumb as a bucket: what the tree does not hold is a plain 404. */
export async function startStaticServer({
  folder,
  prefix = '/',
  indexDocuments = false,
}: StaticServerOptions): Promise<StaticServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  const answer = async (
    url: string,
  ): Promise<{ status: number; type: string; body: Buffer | string }> => {
    const { pathname } = new URL(url, 'http://host');
    const missing = { status: 404, type: 'text/plain', body: 'not found' };
    if (!pathname.startsWith(prefix)) return missing;
    const file = path.join(folder, decodeURIComponent(pathname.slice(prefix.length)));
    if (!file.startsWith(folder)) return missing;
    const found = await stat(file).catch(() => undefined);
    const target = found?.isDirectory() && indexDocuments ? path.join(file, 'index.html') : file;
    const body = await readFile(target).catch(() => undefined);
    if (!body) return missing;
    return { status: 200, type: types[path.extname(target)] ?? 'application/octet-stream', body };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}${prefix}`, close: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
