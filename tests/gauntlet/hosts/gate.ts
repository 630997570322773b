import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Passing, passOn } from './passing.ts';
import { INDIFFERENT, type Provider } from './provider.ts';
import { OPEN, type Way } from './way.ts';

/** Stands before a host, at a port of its own, and does to each connection what a censor does. */
export class Gate {
  /** The port that readers are led to. */
  port = 0;
  /** Connections since {@link forget}, and those that stood then. */
  passed: Passing[] = [];
  /** Told of every connection; may silence them all. */
  provider: Provider = INDIFFERENT;
  readonly #hostPort: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #way: Way = OPEN;

  private constructor(hostPort: number) {
    this.#hostPort = hostPort;
  }

  /** @param hostPort Where the host itself listens, on 127.0.0.1. */
  static async open(hostPort: number): Promise<Gate> {
    const gate = new Gate(hostPort);
    await gate.#listen();
    return gate;
  }

  /** Changes what becomes of connections. Those that stand fall silent, or break where the new way breaks them. */
  async become(way: Way): Promise<void> {
    this.#way = way;
    for (const socket of this.#sockets) {
      if (way.kind === 'refused' || way.kind === 'reset') socket.resetAndDestroy();
      else if (way.kind !== 'open') this.#silence(socket);
    }
    if (way.kind === 'refused') await this.#stopListening();
    else if (!this.#server) await this.#listen();
  }

  /** Begins to count anew. */
  forget(): void {
    this.passed = this.passed.filter(({ isOver }) => !isOver);
    for (const passing of this.passed) passing.before = passing.down;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#stopListening();
  }

  async #listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#accept(socket);
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async #stopListening(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #accept(reader: Socket): void {
    const passing: Passing = { at: performance.now(), down: 0, up: 0, isOver: false };
    this.passed.push(passing);
    this.#sockets.add(reader);
    reader.on('error', () => undefined);
    reader.on('close', () => {
      this.#sockets.delete(reader);
      passing.isOver = true;
      passing.until ??= performance.now();
    });
    // What is frozen is never closed from here, but whoever leaves has left.
    reader.on('end', () => (passing.until ??= performance.now()));
    if (!this.provider.admits(passing.at)) {
      for (const socket of this.#sockets) this.#silence(socket);
      return;
    }
    const way = this.#way;
    if (way.kind === 'silent') this.#silence(reader);
    else if (way.kind === 'reset') reader.once('data', () => reader.resetAndDestroy());
    else this.#joinHost(reader, way, passing);
  }

  #joinHost(reader: Socket, way: Way, passing: Passing): void {
    const host = connect({ port: this.#hostPort, host: '127.0.0.1', allowHalfOpen: true });
    host.on('error', () => reader.destroy());
    reader.on('close', () => host.destroy());
    reader.on('silence', () => host.destroy());
    passOn(reader, host, way, passing);
  }

  /** Takes what comes and gives nothing: no answer, no end. */
  #silence(reader: Socket): void {
    reader.emit('silence');
    for (const event of ['data', 'end']) reader.removeAllListeners(event);
    // Whoever leaves has left.
    reader.on('end', () => reader.destroy());
    reader.resume();
  }
}
