import { expect, test } from 'vitest';
import { explainDisk, explainRefusal, reasonOf } from './explain-disk.ts';

const refused = (code: string): Error =>
  Object.assign(new Error(`${code}: no`), { code, syscall: 'open', path: '/a/b.html' });

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
  ['EROFS', 'read-only-disk'],
  ['EIO', 'disk-failed'],
  ['EMFILE', 'too-many-files'],
])('%s is told with the file and what to do', (code, name) => {
  const told = explainDisk(refused(code));
  for (const words of [told?.en, told?.ru])
    expect(words).toMatch(new RegExp(`^${name}: ${code}, open /a/b\\.html\\n {2}\\S`));
  expect(reasonOf(refused(code))).toBe(told?.en);
});

test('so is one that came out of a thread; one in words of its own keeps them, and is a reason', () => {
  const told = explainDisk(refused('ENOSPC'));
  const cause = { code: 'ENOSPC', syscall: 'open', path: '/a/b.html' };
  const ofThread = structuredClone(new Error('ENOSPC: no', { cause }));
  expect(explainDisk(ofThread)).toEqual(told);
  for (const error of [
    new Error('The page was not made.', { cause: refused('ENOSPC') }),
    new Error('One.', { cause: new Error('Two.', { cause: refused('ENOSPC') }) }),
    new Error('The page was not made.', { cause: ofThread }),
  ]) {
    expect(explainDisk(error)).toBeUndefined();
    expect(reasonOf(error)).toBe(told?.en);
  }
});

test.each([new Error('ENOSPC'), refused('ENOENT'), 'ENOSPC', undefined, null])(
  'any other error keeps its words: %s',
  (error) => {
    expect(explainDisk(error)).toBeUndefined();
    expect(reasonOf(error)).toBe(error instanceof Error ? error.message : String(error));
  },
);

test.each([
  ['ENOENT', 'file-gone'],
  ['EEXIST', 'something-in-its-place'],
  ['EISDIR', 'something-in-its-place'],
  ['ENAMETOOLONG', 'file-failed'],
])('%s that nobody put into words is told with the file and what to do', (code, name) => {
  const told = explainRefusal(refused(code));
  for (const words of [told?.en, told?.ru])
    expect(words).toMatch(new RegExp(`^${name}: ${code}, open /a/b\\.html\\n {2}\\S`));
});

test.each([
  Object.assign(new Error('spawn git ENOENT'), {
    code: 'ENOENT',
    syscall: 'spawn git',
    path: 'git',
  }),
  Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  new Error('In words already.', { cause: refused('ENOENT') }),
  undefined,
])('what is about no file, or was put into words, is left: %s', (error) => {
  expect(explainRefusal(error)).toBeUndefined();
});
