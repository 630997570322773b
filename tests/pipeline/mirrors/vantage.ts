import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** What a censor, or a broken proxy, does with a connection to a host. */
export type Passage =
  /** It comes through. */
  | 'pass'
  /** It is opened, and reset. */
  | 'reset'
  /** The proxy says that there is no such host. */
  | 'none'
  /** Somebody else answers in its place. */
  | 'page'
  /** So does a server of the same domain whose certificate is for another name. */
  | 'uncovered';

/** A forward proxy inside the country. What it does with each host is chosen while it runs. */
export class Vantage {
  passage: (host: string) => Passage = () => 'pass';
  readonly asked: string[] = [];
  readonly #server: Server;

  /**
   * @param portOf Where a host is on this machine, or what answers in its place; undefined where there is none.
   */
  constructor(portOf: (host: string, passage: Passage) => number | undefined) {
    this.#server = createServer();
    this.#server.on('connect', ({ url = '' }, socket: Socket) => {
      const host = url.replace(/:\d+$/, '');
      this.asked.push(host);
      socket.on('error', () => undefined);
      const passage = this.passage(host);
      const port = portOf(host, passage);
      if (passage === 'none' || port === undefined) socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      else if (passage === 'reset') {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.once('data', () => socket.resetAndDestroy());
      } else pipe(socket, port);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function pipe(socket: Socket, port: number): void {
  const onward = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.once('close', () => onward.destroy());
}
