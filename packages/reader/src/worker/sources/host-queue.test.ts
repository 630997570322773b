import { expect, test } from 'vitest';
import { HostQueue } from './host-queue.ts';

/** Begins jobs that last until they are ended by name, and lists which have begun. */
function beginJobs() {
  const queue = new HostQueue();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (name: string, host: string, isUrgent = false) =>
    void queue.run(host, isUrgent, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { begun, begin, end };
}

test('a host has one job at a time, and a page goes before pictures that wait', async () => {
  const { begun, begin, end } = beginJobs();
  begin('picture 1', 'a');
  begin('picture 2', 'a');
  begin('page', 'a', true);
  await end('');
  await end('picture 1');
  expect(begun).toEqual(['picture 1', 'page']);
  await end('page');
  expect(begun).toEqual(['picture 1', 'page', 'picture 2']);
});

test('pictures have two hosts at once; a page does not wait for them', async () => {
  const { begun, begin, end } = beginJobs();
  begin('picture 1', 'a');
  begin('picture 2', 'b');
  begin('picture 3', 'c');
  begin('page', 'd', true);
  await end('');
  expect(begun).toEqual(['picture 1', 'picture 2', 'page']);
  await end('picture 1');
  expect(begun).not.toContain('picture 3');
  await end('page');
  expect(begun).toContain('picture 3');
});

test('a job that fails gives its host back', async () => {
  const queue = new HostQueue();
  await expect(queue.run('a', false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run('a', false, () => Promise.resolve('yes'))).toBe('yes');
});
