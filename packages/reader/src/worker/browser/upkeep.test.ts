import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SampleReader } from '../../../testing/sample-reader.ts';
import { Upkeep } from './upkeep.ts';

let sample: SampleReader;
afterEach(() => sample.close());

const OWN = ['worker.js', 'ru/reader.html', 'ru/reader.json'];

/** A worker over a site that has what workers need, and how often it was unregistered. */
async function open(): Promise<{ upkeep: Upkeep; left: () => number }> {
  sample = await SampleReader.open();
  for (const path of OWN) sample.site.write(path, path);
  sample.site.release(sample.now - 60_000);
  await sample.reader.begin();
  let left = 0;
  const registration = { unregister: () => Promise.resolve(++left > 0) };
  const worker = { registration } as unknown as ServiceWorkerGlobalScope;
  return { upkeep: new Upkeep(worker, sample.reader), left: () => left };
}

test('what the worker itself shows is at hand after the first visit, and stays', async () => {
  const { upkeep, left } = await open();
  await upkeep.run();
  expect(await sample.reader.kept.list()).toEqual(expect.arrayContaining(OWN.slice(1)));
  sample.now += 90 * 86_400_000;
  expect(await sample.reader.kept.find('ru/reader.html', sample.now)).toBeDefined();
  expect(left()).toBe(0);
});

test('what is kept at the reader’s wish says whether there was room', async () => {
  const { upkeep } = await open();
  expect(await upkeep.pin('ru/reader.html')).toBe(true);
  sample.store.isFull = true;
  expect(await upkeep.pin('ru/reader.json')).toBe(false);
  await expect(upkeep.pin('ru/none.html')).rejects.toThrow();
});

test('whoever asks while it runs waits for its end', async () => {
  const { upkeep } = await open();
  expect(upkeep.run()).toBe(upkeep.run());
  await upkeep.run();
  expect(await sample.reader.kept.list()).toEqual(expect.arrayContaining(OWN.slice(1)));
});

test('a signed release without the worker’s script makes it stand down and leave nothing', async () => {
  const { upkeep, left } = await open();
  await upkeep.run();
  rmSync(join(sample.site.tree, 'worker.js'));
  sample.site.release(sample.now + 60_000);
  sample.now += 3_600_000;
  await sample.read('index.html');
  await upkeep.run();
  expect(left()).toBe(1);
  expect([...sample.store.held.keys()]).toEqual([]);
});

test.each([404, 403, 200])('an answer of %i instead of the script does not', async (status) => {
  const { upkeep, left } = await open();
  for (const host of sample.hosts) {
    host.tamper = (path, response) => {
      if (path !== 'worker.js' && !path.startsWith('release/files')) return false;
      response.writeHead(status).end('gone');
      return true;
    };
  }
  await upkeep.run();
  expect(left()).toBe(0);
});
