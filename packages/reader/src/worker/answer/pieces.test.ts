import { afterEach, expect, test } from 'vitest';
import { freeze, rangeOf } from '../../../testing/frozen-host.ts';
import { type Host, SampleReader } from '../../../testing/sample-reader.ts';
import { BACKOFF_MS, HOSTS_BESIDE_PAGES } from '../../limits.ts';

const PICTURE = 'media/0a.avif';

let sample: SampleReader;
afterEach(() => sample.close());

/** A reader who has seen a page, and whether answers froze since. */
async function visit(mirrors: number, isFrozen: boolean, size = 20_000): Promise<void> {
  sample = await SampleReader.open(mirrors);
  sample.site.write(PICTURE, Buffer.alloc(size, 'picture'));
  sample.site.release(sample.now - 60_000);
  await sample.reader.begin();
  await sample.read('index.html');
  if (isFrozen) sample.reader.notes.frozen = sample.now;
}

const read = (path: string): Uint8Array => sample.site.read(path);

/** Lets every host serve ranges, and writes down what each was asked for of the picture. */
function serveRanges(serve: (host: Host, path: string, range: string) => Uint8Array | undefined) {
  const asked = new Map<Host, string[]>(sample.hosts.map((host) => [host, []]));
  for (const host of sample.hosts)
    host.tamper = (path, response, request) => {
      const { range } = request.headers;
      if (path === PICTURE) asked.get(host)?.push(range ?? 'whole');
      const body = range && serve(host, path, range);
      if (!body) return false;
      response.writeHead(206).end(body);
      return true;
    };
  return asked;
}

test('a picture crosses hosts that all freeze, in pieces that fit', async () => {
  await visit(2, false);
  const ranges: (string | undefined)[] = [];
  for (const host of sample.hosts)
    host.tamper = freeze(read, (path, range) => {
      if (path === PICTURE) ranges.push(range);
    });
  const shown = await sample.reader.find(PICTURE, false);
  expect(Buffer.from(shown.bytes).equals(read(PICTURE))).toBe(true);
  // Once all of it, then nothing but pieces.
  expect(ranges[0]).toBeUndefined();
  expect(new Set(ranges.slice(1))).toEqual(
    new Set(['bytes=0-8191', 'bytes=8192-16383', 'bytes=16384-19999']),
  );
}, 60_000);

test('a host that is silent from the first byte on does not freeze', async () => {
  await visit(1, false);
  const [silent, mirror] = sample.hosts;
  sample.start();
  if (silent) silent.tamper = () => true;
  expect((await sample.reader.find('index.html', true)).base).toBe(mirror?.base);
  // Long enough for the silent one to be asked again: for a large file, as the other has it no more.
  sample.now += BACKOFF_MS;
  if (mirror)
    mirror.tamper = (_, response) => {
      response.writeHead(404).end('not here');
      return true;
    };
  await expect(sample.reader.find(PICTURE, false)).rejects.toThrow();
  expect(silent && sample.reader.notes.bad[silent.base]).toBe(sample.now);
  expect(sample.reader.notes.frozen).toBeUndefined();
}, 60_000);

test('pieces are spread, and the last of the hosts is left for the next page', async () => {
  await visit(5, true, 9 * 8_192);
  const asked = serveRanges((_, path, range) => rangeOf({ headers: { range } }, read(path)));
  await sample.reader.find(PICTURE, false);
  const counts = [...asked.values()].map(({ length }) => length).filter((count) => count > 0);
  expect(counts).toEqual(Array.from({ length: HOSTS_BESIDE_PAGES }, () => 3));
  const page = await sample.reader.find('ru/2026/11/3/page-3.html', true);
  const fresh = sample.hosts.find(({ base }) => base === page.base);
  expect(fresh && asked.get(fresh)).toEqual([]);
});

test('a poisoned piece is asked for elsewhere, and its host rests', async () => {
  await visit(2, true);
  const [, poisoner] = sample.hosts;
  const asked = serveRanges((host, path, range) => {
    const bytes = Buffer.from(rangeOf({ headers: { range } }, read(path)));
    if (host === poisoner) bytes[9] = (bytes[9] ?? 0) ^ 1;
    return bytes;
  });
  const shown = await sample.reader.find(PICTURE, false);
  expect(Buffer.from(shown.bytes).equals(read(PICTURE))).toBe(true);
  expect(poisoner && asked.get(poisoner)).toHaveLength(1);
});

test('a host that sends files whole is taken at its word, if they are', async () => {
  await visit(0, true);
  const asked = serveRanges(() => undefined);
  const shown = await sample.reader.find(PICTURE, false);
  expect(Buffer.from(shown.bytes).equals(read(PICTURE))).toBe(true);
  expect([...asked.values()]).toEqual([['bytes=0-8191']]);
});
