import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { parseProxy } from '@tamizdat/http';
import { serveConnect } from '../../testing/sample-proxy.ts';
import { answersEveryName, madeAddress } from './look-up-names.ts';

test('a proxy that has an answer for every name is found out', async () => {
  const fooling = createServer().on('connect', (_, socket: Duplex) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  });
  await new Promise<void>((resolve) => fooling.listen(0, '127.0.0.1', resolve));
  const { port } = fooling.address() as AddressInfo;
  const through = (at: number) => ({
    idleMs: 3_000,
    proxy: parseProxy(`http://user:pass%20word@127.0.0.1:${at}`),
  });
  expect(await answersEveryName(through(port))).toBe(true);
  fooling.close();
  const honest = await serveConnect([]);
  expect(await answersEveryName(through(honest.port))).toBe(false);
  await honest.close();
});

test('names that are made up are one label, and another one each time', () => {
  const wildcard = 'https://*.example.net/news/';
  const [one, other] = [madeAddress(wildcard), madeAddress(wildcard)];
  expect(one.href).toMatch(/^https:\/\/[0-9a-f]{16}\.example\.net\/news\/$/);
  expect(one.href).not.toBe(other.href);
});
