import { readdirSync } from 'node:fs';
import { ToldError } from '@tamizdat/problem';
import { expect, test } from 'vitest';
import { explainFault } from './explain-fault.ts';

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('a fault of the disk is told with a code, the folder and what to do', () => {
  const told = explainFault(
    thrown(() => readdirSync(import.meta.filename)),
    '/srv/copy',
  );
  expect(told).toMatchObject({ code: 'disk-failed' });
  expect(String(told)).toMatch(/\/srv\/copy could not be read or written: ENOTDIR[^]*run again/);
});

test('what has words of its own keeps them, and a slip of ours is no fault of the disk', () => {
  const own = new ToldError(
    'no-room',
    { en: 'No room.', ru: 'Нет места.' },
    { en: 'Make some.', ru: 'Освободите.' },
  );
  expect(explainFault(own, '/srv/copy')).toBe(own);
  const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' });
  expect(explainFault(full, '/srv/copy')).toMatchObject({ code: 'disk-full' });
  const slip = new TypeError('x is not a function');
  expect(explainFault(slip, '/srv/copy')).toBe(slip);
});
