import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { HttpFault } from './http-fault.ts';
import { PatientClient, type PatienceOptions } from './patient-client.ts';
import { readBody } from './read-body.ts';

/** Answers as servers give them, byte by byte on a socket: odd but valid ones, and those that say nothing. */

const BODY = 'a page '.repeat(40);
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that writes these answers, one a request, and the last one again and again. */
async function serve(...answers: (string | Buffer | ((socket: Socket) => void))[]) {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    closers.push(() => socket.destroy());
    socket.on('data', () => {
      const answer = answers[Math.min(asked++, answers.length - 1)] ?? '';
      if (typeof answer === 'function') answer(socket);
      else socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { address: new URL(`http://127.0.0.1:${port}/en/x.html`), asked: () => asked };
}

const answer = (status: string, headers: string[], body: string | Buffer = BODY): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 ${[status, ...headers].join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
  ]);
const whole = (...headers: string[]) =>
  answer('200 OK', [`Content-Length: ${BODY.length}`, ...headers]);
const packed = (body: Buffer, ...headers: string[]) =>
  answer('200 OK', [`Content-Length: ${body.length}`, ...headers], body);
const chunked = (...end: string[]) =>
  answer(
    '200 OK',
    ['Transfer-Encoding: chunked', 'Trailer: Digest'],
    `${BODY.length.toString(16)};name="value"\r\n${BODY}\r\n0\r\n${end.map((line) => `${line}\r\n`).join('')}\r\n`,
  );

const GZIP = gzipSync(BODY);
const [first, last] = [GZIP.subarray(0, 20), GZIP.subarray(20)];

/** What a file is learned from `address`: its text, that it is missing, or the code of why nothing is known. */
async function ask(address: URL, options: PatienceOptions = {}): Promise<string | undefined> {
  const client = new PatientClient({ waits: [], idleMs: 2_000, ...options });
  closers.push(() => {
    client.close();
  });
  try {
    const found = await client.fetch(address, 10_000, readBody);
    return found && Buffer.from(found.result).toString();
  } catch (error) {
    const { code, status } = error as HttpFault;
    return `fault: ${code}${status === undefined ? '' : ` ${status}`}`;
  }
}

test.each<[string, string | Buffer]>([
  ['a plain one', whole()],
  ['names of headers in capitals', whole('CONTENT-TYPE: TEXT/HTML')],
  ['no reason phrase', answer('200 ', [`Content-Length: ${BODY.length}`])],
  ['a length with zeros before it', answer('200 OK', [`Content-Length: 000${BODY.length}`])],
  ['a length with spaces around it', answer('200 OK', [`Content-Length:   ${BODY.length}  `])],
  ['a length without a space', answer('200 OK', [`Content-Length:${BODY.length}`])],
  ['no length, and an end', answer('200 OK', ['Connection: close'])],
  ['HTTP/1.0', `HTTP/1.0 200 OK\r\n\r\n${BODY}`],
  ['HTTP/1.0 with a length', `HTTP/1.0 200 OK\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`],
  ['pieces', chunked()],
  [
    'pieces and a length, of which the pieces count',
    answer(
      '200 OK',
      ['Content-Length: 5', 'Transfer-Encoding: chunked'],
      `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
    ),
  ],
  ['pieces with trailers behind them', chunked('Digest: sha-256=x', 'X-Other: y')],
  ['a header on several lines', whole('X-Policy: one;\r\n two;\r\n\tthree')],
  ['a header of 20 KB', whole(`Content-Security-Policy: ${'x'.repeat(20_000)}`)],
  ['headers with bytes that are not ASCII', whole('Server: \u00e9t\u00e9')],
  ['the same header many times', whole(...Array.from({ length: 40 }, () => 'Set-Cookie: a=b'))],
  ['gzip', packed(GZIP, 'Content-Encoding: gzip')],
  ['GZIP in capitals', packed(GZIP, 'Content-Encoding: GZIP')],
  ['x-gzip, gzip’s former name', packed(GZIP, 'Content-Encoding: x-gzip')],
  [
    'gzip in two members',
    packed(
      Buffer.concat([gzipSync(BODY.slice(0, 9)), gzipSync(BODY.slice(9))]),
      'Content-Encoding: gzip',
    ),
  ],
  ['deflate', packed(deflateSync(BODY), 'Content-Encoding: deflate')],
  ['Brotli', packed(brotliCompressSync(BODY), 'Content-Encoding: Br')],
  ['identity', whole('Content-Encoding: identity')],
  ['an empty coding', whole('Content-Encoding: ')],
  ['identity and gzip', packed(GZIP, 'Content-Encoding: identity, gzip')],
  ['gzip, then Brotli', packed(brotliCompressSync(GZIP), 'Content-Encoding: gzip , BR')],
  [
    'two codings on two lines',
    packed(brotliCompressSync(GZIP), 'Content-Encoding: gzip', 'Content-Encoding: br'),
  ],
  [
    'gzip in pieces',
    Buffer.concat([
      answer('200 OK', ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'], ''),
      Buffer.from('14\r\n'),
      first,
      Buffer.from(`\r\n${last.length.toString(16)}\r\n`),
      last,
      Buffer.from('\r\n0\r\n\r\n'),
    ]),
  ],
  ['gzip for the way alone', answer('200 OK', ['Transfer-Encoding: GZip'], GZIP)],
  [
    'gzip for the way, in pieces',
    Buffer.concat([
      answer('200 OK', ['Transfer-Encoding: gzip, chunked'], ''),
      Buffer.from(`${GZIP.length.toString(16)}\r\n`),
      GZIP,
      Buffer.from('\r\n0\r\n\r\n'),
    ]),
  ],
  [
    'gzip for the way over Brotli',
    answer(
      '200 OK',
      ['Content-Encoding: br', 'Transfer-Encoding: gzip'],
      gzipSync(brotliCompressSync(BODY)),
    ),
  ],
  [
    '200 after 103 and 100',
    Buffer.concat([
      answer('103 Early Hints', ['Link: </a.css>; rel=preload'], ''),
      answer('100 Continue', [], ''),
      whole(),
    ]),
  ],
  [
    '203, from a proxy that changed headers',
    answer('203 Non-Authoritative Information', [`Content-Length: ${BODY.length}`]),
  ],
  [
    '206 with all of it',
    answer('206 Partial Content', [
      `Content-Length: ${BODY.length}`,
      `Content-Range: bytes 0-${BODY.length - 1}/${BODY.length}`,
    ]),
  ],
])('%s is read', async (_, text) => {
  const { address } = await serve(text);
  expect(await ask(address)).toBe(BODY);
});

test.each<[string, string | Buffer, string | undefined]>([
  ['404', answer('404 Not Found', ['Content-Length: 4'], 'gone'), undefined],
  ['410', answer('410 Gone', ['Content-Length: 0'], ''), undefined],
  ['an empty file', answer('200 OK', ['Content-Length: 0'], ''), ''],
  ['401', answer('401 Unauthorized', ['Content-Length: 0'], ''), 'fault: refused 401'],
  ['402', answer('402 Payment Required', ['Content-Length: 0'], ''), 'fault: refused 402'],
  ['403', answer('403 Forbidden', ['Content-Length: 4'], 'gone'), 'fault: refused 403'],
  [
    '451',
    answer('451 Unavailable For Legal Reasons', ['Content-Length: 0'], ''),
    'fault: refused 451',
  ],
  ['429', answer('429 Too Many Requests', ['Content-Length: 0'], ''), 'fault: busy 429'],
  ['400', answer('400 Bad Request', ['Content-Length: 0'], ''), 'fault: odd-status 400'],
  ['418', answer('418 I am a teapot', ['Content-Length: 0'], ''), 'fault: odd-status 418'],
  ['500', answer('500 Oops', ['Content-Length: 0'], ''), 'fault: server-error 500'],
  [
    '503',
    answer('503 Busy', ['Content-Length: 0', 'Retry-After: 0'], ''),
    'fault: server-error 503',
  ],
  ['599', answer('599 ', ['Content-Length: 0'], ''), 'fault: server-error 599'],
  ['204', answer('204 No Content', [], ''), 'fault: odd-status 204'],
  ['204 with bytes behind it', answer('204 No Content', [], 'more'), 'fault: odd-status 204'],
  [
    '205 with a body',
    answer('205 Reset Content', ['Content-Length: 4'], 'more'),
    'fault: odd-status 205',
  ],
  [
    '206 with a part',
    answer(
      '206 Partial Content',
      ['Content-Length: 4', 'Content-Range: bytes 0-3/280'],
      BODY.slice(0, 4),
    ),
    'fault: odd-status 206',
  ],
  [
    '206 without a range',
    answer('206 Partial Content', ['Content-Length: 4'], BODY.slice(0, 4)),
    'fault: odd-status 206',
  ],
  [
    '304, which nobody asked for',
    answer('304 Not Modified', ['ETag: "x"', 'Content-Length: 280'], ''),
    'fault: odd-status 304',
  ],
  [
    '101, which nobody asked for',
    answer('101 Switching Protocols', ['Upgrade: x', 'Connection: Upgrade'], ''),
    'fault: odd-status 101',
  ],
  [
    '301',
    answer('301 Moved', ['Location: https://other.example/', 'Content-Length: 0'], ''),
    'fault: redirect 301',
  ],
  [
    '302 to a path',
    answer('302 Found', ['Location: /login', 'Content-Length: 0'], ''),
    'fault: redirect 302',
  ],
  [
    '303',
    answer('303 See Other', ['location: ../y.html', 'Content-Length: 0'], ''),
    'fault: redirect 303',
  ],
  [
    '307',
    answer('307 Temporary', ['Location: x.html', 'Content-Length: 0'], ''),
    'fault: redirect 307',
  ],
  [
    '300 without an address',
    answer('300 Choices', ['Content-Length: 0'], ''),
    'fault: redirect 300',
  ],
  [
    '308 to what is no address',
    answer('308 Moved', ['Location: http://[', 'Content-Length: 0'], ''),
    'fault: redirect 308',
  ],
  [
    '308 without .html',
    answer('308 Moved', ['Location: /en/x', 'Content-Length: 0'], ''),
    'fault: strips-html 308',
  ],
  [
    '301 to a folder',
    answer('301 Moved', ['Location: x/', 'Content-Length: 0'], ''),
    'fault: strips-html 301',
  ],
  [
    '308 without .html on another host',
    answer('308 Moved', ['Location: https://other.example/en/x', 'Content-Length: 0'], ''),
    'fault: redirect 308',
  ],
  ['a coding that nobody asked for', whole('Content-Encoding: zstd'), 'fault: odd-coding'],
  ['codings without end', whole(`Content-Encoding: ${'gzip, '.repeat(50)}`), 'fault: odd-coding'],
  [
    'a body that is cut',
    answer('200 OK', [`Content-Length: ${BODY.length + 1}`]),
    'fault: ECONNRESET',
  ],
  [
    'pieces that are cut',
    answer('200 OK', ['Transfer-Encoding: chunked'], 'ff\r\nshort'),
    'fault: ECONNRESET',
  ],
  ['two lengths that differ', whole('Content-Length: 7'), 'fault: HPE_UNEXPECTED_CONTENT_LENGTH'],
  ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'fault: HPE_INVALID_CONSTANT'],
])('%s is told for what it is', async (_, text, told) => {
  const { address } = await serve(text);
  expect(await ask(address)).toBe(told);
});

test.each([
  ['what is called gzip and is none', whole('Content-Encoding: gzip')],
  ['gzip that was cut before it was sent', packed(GZIP.subarray(0, 16), 'Content-Encoding: gzip')],
])('%s ends where that shows, and is for others to judge', async (_, text) => {
  const { address } = await serve(text);
  const found = (await ask(address)) ?? 'missing';
  expect(found).not.toMatch(/^(?:fault|missing)/);
  expect(BODY.startsWith(found) && found.length < BODY.length).toBe(true);
});

const WAITS = { waits: [1, 1] };
const cut = (socket: Socket): void => void socket.resetAndDestroy();

test.each<[string, string | Buffer | ((socket: Socket) => void)]>([
  ['a connection that is reset', cut],
  ['an answer that is cut', answer('200 OK', ['Content-Length: 9999'])],
  ['503', answer('503 Busy', ['Content-Length: 0', 'Retry-After: 0'], '')],
  [
    '429',
    answer('429 Busy', ['Content-Length: 0', 'Retry-After: Sun, 06 Nov 1994 08:49:37 GMT'], ''),
  ],
  ['408', answer('408 Timeout', ['Content-Length: 0'], '')],
])('%s is asked again', async (_, text) => {
  const { address, asked } = await serve(text, text, whole());
  expect([await ask(address, WAITS), asked()]).toEqual([BODY, 3]);
});

test('what another try cannot change is asked once', async () => {
  for (const status of ['403 Forbidden', '301 Moved', '204 No Content', '404 Not Found']) {
    const { address, asked } = await serve(answer(status, ['Content-Length: 0'], ''), whole());
    await ask(address, WAITS);
    expect([status, asked()]).toEqual([status, 1]);
  }
});

test('whoever never answered is not waited for; whoever did is', async () => {
  const nobody = await serve(whole());
  closers.splice(0).forEach((close) => {
    close();
  });
  // An hour: whoever waits runs out of the test’s time.
  const waits = [3_600_000];
  expect(await ask(nobody.address, { waits })).toBe('fault: ECONNREFUSED');
  const mute = await serve(() => undefined);
  expect(await ask(mute.address, { waits, idleMs: 100 })).toBe('fault: silence');
  const { address, asked } = await serve(whole(), () => undefined, whole());
  const client = new PatientClient({ waits: [1], idleMs: 300 });
  const read = () => client.fetch(address, 1_000, readBody);
  await read();
  expect(Buffer.from((await read())?.result ?? []).toString()).toBe(BODY);
  expect(asked()).toBe(3);
  client.close();
});

test('an error of whoever reads is no fault of the server, and ends the tries', async () => {
  const { address, asked } = await serve(whole());
  const client = new PatientClient(WAITS);
  const full = Object.assign(new Error('no room'), { code: 'ENOSPC' });
  await expect(client.fetch(address, 1, () => Promise.reject(full))).rejects.toBe(full);
  expect(asked()).toBe(1);
  client.close();
});

test('an answer that drips for ever ends', async () => {
  const { address } = await serve((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n');
    const drip = setInterval(() => socket.write(' '), 20);
    socket.on('close', () => {
      clearInterval(drip);
    });
  });
  const client = new PatientClient({ waits: [], answerMs: 200, idleMs: 60_000 });
  const reading = client.fetch(address, 10, readBody);
  await expect(reading).rejects.toMatchObject({ code: 'slow' });
  client.close();
});
