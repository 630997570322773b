import { afterEach, expect, test } from 'vitest';
import { rangeOf } from '../../../testing/frozen-host.ts';
import { type Host, SampleReader } from '../../../testing/sample-reader.ts';
import { toResponse } from '../browser/to-response.ts';

const RECORDING = 'media/talk.mp3';
const SIZE = 2_500_000;

let sample: SampleReader;
afterEach(() => sample.close());

/** A reader of a site with a recording, and what was asked of it. */
async function open(serve: (host: Host, range: string | undefined) => Uint8Array | undefined) {
  sample = await SampleReader.open(1);
  const talk = Buffer.alloc(SIZE, 'a recording of some minutes ');
  sample.site.write(RECORDING, talk);
  sample.site.release(sample.now - 60_000);
  await sample.reader.begin();
  const asked: string[] = [];
  for (const host of sample.hosts)
    host.tamper = (path, response, { headers: { range } }) => {
      if (path !== RECORDING) return false;
      asked.push(range ?? 'whole');
      const body = serve(host, range);
      if (body) response.writeHead(206).end(body);
      return body !== undefined;
    };
  return { talk, asked };
}

const inRanges = (_: Host, range: string | undefined): Uint8Array =>
  rangeOf({ headers: { range } }, sample.site.read(RECORDING));

const ask = async (range: string | null): Promise<Response> =>
  toResponse(await sample.reader.find(RECORDING, false), range);

test('a long file is handed on part by part, as it is wanted', async () => {
  const { talk, asked } = await open(inRanges);
  const answer = await ask('bytes=0-');
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes 0-${SIZE - 1}/${SIZE}`);
  const reader = answer.body?.getReader();
  await reader?.read();
  // Nobody wanted the rest.
  expect(asked).toEqual(['bytes=0-131071']);
  await reader?.cancel();
  const whole = await ask(null);
  expect(whole.status).toBe(200);
  expect(Buffer.from(await whole.arrayBuffer()).equals(talk)).toBe(true);
});

test.each([
  ['bytes=1000000-1000009', 1_000_000, 1_000_010],
  ['bytes=0-1', 0, 2],
  ['bytes=131000-132000', 131_000, 132_001],
  ['bytes=-500', SIZE - 500, SIZE],
  ['bytes=2499990-9999999', SIZE - 10, SIZE],
])('%s is answered with these bytes', async (range, from, to) => {
  const { talk } = await open(inRanges);
  const answer = await ask(range);
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${SIZE}`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(talk.subarray(from, to))).toBe(true);
});

test('a range beyond the end is refused, and says how long the file is', async () => {
  await open(inRanges);
  const answer = await ask(`bytes=${SIZE}-`);
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe(`bytes */${SIZE}`);
});

test('a part that was altered is asked for elsewhere; where nobody has it, the file breaks off', async () => {
  let lies = 1;
  const { talk } = await open((host, range) => {
    const bytes = Buffer.from(inRanges(host, range));
    if (sample.hosts.indexOf(host) < lies) bytes[9] = (bytes[9] ?? 0) ^ 1;
    return bytes;
  });
  const right = await (await ask('bytes=0-99')).arrayBuffer();
  expect(Buffer.from(right).equals(talk.subarray(0, 100))).toBe(true);
  lies = 2;
  await expect((await ask('bytes=300000-300099')).arrayBuffer()).rejects.toThrow();
});

test('a host that sends no parts is asked once', async () => {
  const { talk, asked } = await open(() => undefined);
  const answer = await ask('bytes=0-');
  expect(Buffer.from(await answer.arrayBuffer()).equals(talk)).toBe(true);
  expect(asked).toHaveLength(1);
});
