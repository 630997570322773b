import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { explainListening } from './explain-listening.ts';
import { findFolderAddress } from './folder-address.ts';
import { say } from '../language/say.ts';

/** Ports tried after the wanted one, and the last that there is. */
const PORTS_TRIED = 20;
export const MAX_PORT = 65_535;

interface Listening {
  host: string;
  /** 0 takes any free port. */
  port: number;
}

/**
 * Serves a finished tree over HTTP: files as they are, `index.html` for folders (to whose slash it leads), `404.html` for the rest.
 * @returns the address it listens at, or undefined (with the reason on standard error) where it cannot.
 */
export async function serveFolder(
  folder: string,
  { host, port }: Listening,
): Promise<string | undefined> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    process.stderr.write(
      `${say({
        en: `${folder} holds no finished tree (no index.html). “npm run build” makes one in dist. The folder of a mirror is filled by the first “tamizdat ship”, which ends with 4 while nothing serves the folder; then serve it, and ship again.`,
        ru: `В ${folder} нет готового дерева (нет index.html). «npm run build» делает его в dist. Папку зеркала заполнит первый «tamizdat ship»; пока её никто не раздаёт, он закончит с кодом 4: тогда запустите раздачу и повторите ship.`,
      })}\n`,
    );
    return undefined;
  }
  const notFound = await readFile(path.join(folder, '404.html')).catch(() =>
    Buffer.from('Not found\n'),
  );
  const handler = sirv(folder, {
    dev: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    },
  });
  const server = createServer((request, response) => {
    const location = findFolderAddress(path.resolve(folder), request.url ?? '/');
    if (location === undefined) handler(request, response);
    else response.writeHead(308, { location }).end();
  });
  return listenOnFreePort(server, host, port);
}

async function listenOnFreePort(
  server: Server,
  host: string,
  wanted: number,
): Promise<string | undefined> {
  const last = Math.min(wanted + PORTS_TRIED, MAX_PORT);
  for (let port = wanted; port <= last; port++) {
    const refusal = await listen(server, host, port);
    if (refusal === undefined) {
      const bound = server.address();
      const actual = typeof bound === 'object' && bound ? bound.port : port;
      return `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`;
    }
    if (refusal.code !== 'EADDRINUSE') {
      process.stderr.write(`${say(explainListening(refusal.code ?? '', host, port))}\n`);
      return undefined;
    }
  }
  process.stderr.write(
    `${say({
      en: `port-taken: The ports ${wanted} to ${last} are all taken. Name another. Example: --port 8080`,
      ru: `port-taken: Все порты с ${wanted} по ${last} заняты. Укажите другой. Пример: --port 8080`,
    })}\n`,
  );
  return undefined;
}

function listen(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.removeListener('error', resolve);
      resolve(undefined);
    });
  });
}
