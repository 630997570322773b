import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import type { SampleServer } from './sample-server.ts';

const PASSWORD = 'pass word';

/** An HTTP proxy that lets one user through. @param asked Takes what is asked for. */
export async function serveConnect(asked: string[]): Promise<SampleServer> {
  const server = createServer();
  server.on('connect', (request, socket: Socket) => {
    const login = (request.headers['proxy-authorization'] ?? '').slice('Basic '.length);
    const [user = '', password = ''] = Buffer.from(login, 'base64').toString().split(':');
    const target = request.url ?? '';
    if (password !== PASSWORD) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    asked.push(`${user}:${password}@${target}`);
    const [host = '', port = ''] = target.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      join(socket, onward);
    });
    onward.on('error', () => socket.destroy());
  });
  return listen(server);
}

/** A proxy that says the same to everybody. */
export const serveAnswer = (answer: string): Promise<SampleServer> =>
  listen(createTcpServer((socket) => socket.once('data', () => socket.end(answer, 'latin1'))));

/** A SOCKS5 proxy (RFC 1928, 1929) that lets one user through and is given names, not addresses. */
export async function serveSocks(asked: string[]): Promise<SampleServer> {
  return listen(
    createTcpServer((socket) => {
      void serveOne(socket, asked).catch(() => socket.destroy());
    }),
  );
}

async function serveOne(socket: Socket, asked: string[]): Promise<void> {
  const read = reader(socket);
  await read((await read(2))[1] ?? 0);
  socket.write(Buffer.from([5, 2]));
  await read(1);
  const user = (await read((await read(1))[0] ?? 0)).toString();
  const password = (await read((await read(1))[0] ?? 0)).toString();
  socket.write(Buffer.from([1, password === PASSWORD ? 0 : 1]));
  if (password !== PASSWORD) return;
  await read(4);
  const host = (await read((await read(1))[0] ?? 0)).toString();
  const port = (await read(2)).readUInt16BE();
  asked.push(`${user}:${password}@${host}:${port}`);
  const onward = connect(port, host, () => {
    socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    join(socket, onward);
  });
  onward.on('error', () => socket.destroy());
}

/** Reads so many bytes, no more. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  return async (count) => {
    for (;;) {
      if (count === 0) return Buffer.alloc(0);
      const bytes = socket.read(count) as Buffer | null;
      if (bytes) return bytes;
      await new Promise((resolve, reject) => {
        socket.once('readable', resolve);
        socket.once('close', reject);
      });
    }
  };
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  for (const socket of [one, other]) socket.on('error', () => undefined);
  one.on('close', () => other.destroy());
}

async function listen(server: ReturnType<typeof createTcpServer>): Promise<SampleServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => undefined);
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: '',
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
