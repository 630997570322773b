import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CROWD, CROWD_SILENCE_MS, CROWD_WINDOW_MS, FREEZE_BYTES } from '../limits.ts';
import { Gate } from './gate.ts';
import { countCrowd } from './provider.ts';

/** Whether a gate really does to a connection what an adversary says. */

/** More than any limit lets through. */
const ANSWER = Buffer.alloc(40_000, 'x');
/** Milliseconds without a byte after which a connection is taken for silent. */
const QUIET_MS = 300;

let host: Server;
let gate: Gate;
const sockets: Socket[] = [];

beforeEach(async () => {
  host = createServer((socket) => {
    socket.on('error', () => undefined);
    // As a web host does: it answers, and closes.
    socket.on('data', () => socket.end(ANSWER));
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  gate = await Gate.open((host.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await gate.close();
  host.close();
});

interface Heard {
  bytes: number;
  end: 'open' | 'ended' | 'reset' | 'refused';
}

/** Says hello at the gate, and tells what came once nothing has come for a while. */
async function ask(quiet = QUIET_MS): Promise<Heard> {
  const heard: Heard = { bytes: 0, end: 'open' };
  const socket = connect({ port: gate.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('data', (bytes: Buffer) => (heard.bytes += bytes.length));
  socket.on('end', () => (heard.end = 'ended'));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    heard.end = error.code === 'ECONNREFUSED' ? 'refused' : 'reset';
  });
  socket.write('hello');
  let before = -1;
  while (before !== heard.bytes && heard.end === 'open') {
    before = heard.bytes;
    await wait(quiet);
  }
  return heard;
}

describe('a gate', () => {
  test('that is open hands on everything, and counts it', async () => {
    expect(await ask()).toEqual({ bytes: ANSWER.length, end: 'ended' });
    expect(gate.passed).toMatchObject([{ down: ANSWER.length, up: 'hello'.length }]);
  });

  test('that freezes lets exactly so many bytes pass a connection, and leaves it open, though the host ended', async () => {
    await gate.become({ kind: 'frozen', after: FREEZE_BYTES });
    expect(await ask()).toEqual({ bytes: FREEZE_BYTES, end: 'open' });
    expect(await ask()).toEqual({ bytes: FREEZE_BYTES, end: 'open' });
    expect(gate.passed.map(({ down }) => down)).toEqual([FREEZE_BYTES, FREEZE_BYTES]);
  });

  test('that is silent takes a connection and answers nothing', async () => {
    await gate.become({ kind: 'silent' });
    expect(await ask()).toEqual({ bytes: 0, end: 'open' });
    expect(gate.passed).toHaveLength(1);
  });

  test('that resets does so after the hello', async () => {
    await gate.become({ kind: 'reset' });
    expect(await ask()).toEqual({ bytes: 0, end: 'reset' });
    expect(gate.passed).toHaveLength(1);
  });

  test('that refuses does not listen, and listens at the same port again', async () => {
    const { port } = gate;
    await gate.become({ kind: 'refused' });
    expect(await ask()).toEqual({ bytes: 0, end: 'refused' });
    await gate.become({ kind: 'open' });
    expect(await ask()).toEqual({ bytes: ANSWER.length, end: 'ended' });
    expect(gate.port).toBe(port);
  });

  test('that drips hands on no more at a time than its share', async () => {
    await gate.become({ kind: 'dripping', bytesASecond: 300 });
    const drops: number[] = [];
    const socket = connect(gate.port, '127.0.0.1');
    sockets.push(socket);
    socket.on('data', (bytes: Buffer) => drops.push(bytes.length));
    const begun = performance.now();
    socket.write('hello');
    while (drops.length < 5) await wait(20);
    const seconds = (performance.now() - begun) / 1_000;
    const came = drops.reduce((sum, bytes) => sum + bytes, 0);
    // One drop more than the time that has gone: a busy machine drips more slowly, never faster.
    expect(came).toBeLessThanOrEqual(300 * seconds + 30);
  });

  test('that falls silent leaves connections that stand open, without another byte', async () => {
    host.removeAllListeners('connection');
    host.on('connection', (socket) => {
      socket.on('error', () => undefined);
      const timer = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => {
        clearInterval(timer);
      });
    });
    const socket = connect(gate.port, '127.0.0.1');
    sockets.push(socket);
    let [bytes, isOver] = [0, false];
    socket.on('data', (data: Buffer) => (bytes += data.length));
    for (const event of ['end', 'close', 'error']) socket.on(event, () => (isOver = true));
    while (bytes === 0) await wait(10);
    await gate.become({ kind: 'silent' });
    await wait(50);
    const then = bytes;
    await wait(QUIET_MS);
    expect([bytes, isOver]).toEqual([then, false]);
  });
});

describe('a provider that counts', () => {
  const times = (count: number, every: number): number[] =>
    Array.from({ length: count }, (_, place) => place * every);

  test('lets twelve connections in, and goes silent for a minute at the thirteenth', () => {
    const provider = countCrowd();
    expect(times(CROWD, 10).map((at) => provider.admits(at))).not.toContain(false);
    expect(provider.admits(500)).toBe(false);
    expect(provider.admits(500 + CROWD_SILENCE_MS - 1)).toBe(false);
    expect(provider.admits(500 + CROWD_SILENCE_MS)).toBe(true);
  });

  test('minds nobody who comes slowly', () => {
    const provider = countCrowd();
    const slowly = times(50, CROWD_WINDOW_MS / CROWD + 1);
    expect(slowly.map((at) => provider.admits(at))).not.toContain(false);
  });

  test('silences what stands too', async () => {
    const provider = { admits: vi.fn().mockReturnValueOnce(true).mockReturnValue(false) };
    gate.provider = provider;
    host.removeAllListeners('connection');
    const standing = connect(gate.port, '127.0.0.1');
    sockets.push(standing);
    let bytes = 0;
    standing.on('data', (data: Buffer) => (bytes += data.length));
    const [behind] = (await once(host, 'connection')) as [Socket];
    behind.on('error', () => undefined);
    behind.write('x');
    while (bytes === 0) await wait(10);
    expect(await ask()).toEqual({ bytes: 0, end: 'open' });
    behind.write('y');
    await wait(QUIET_MS);
    expect(bytes).toBe(1);
  });
});
