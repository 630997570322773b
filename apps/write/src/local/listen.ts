import type { Server } from 'node:http';
import { PORTS_TRIED } from '../limits.ts';

/** This machine alone: the room has no password. */
const HOST = '127.0.0.1';

/** Listens on the wanted port or the next that is free; gives the address, or undefined where all are taken. */
export async function listenLocally(server: Server, wanted: number): Promise<string | undefined> {
  for (let port = wanted; port <= wanted + PORTS_TRIED; port++) {
    if (await tryPort(server, port)) {
      const address = server.address();
      return `http://${HOST}:${typeof address === 'object' && address ? address.port : port}/`;
    }
    if (wanted === 0) return undefined;
  }
  return undefined;
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => {
      resolve(false);
    };
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
