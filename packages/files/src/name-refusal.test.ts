import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameRefusal } from './name-refusal.ts';
import { Part } from './part.ts';
import { writeWhole } from './write-whole.ts';

/** Gives what something throws. */
function catching(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.runIf(existsSync('/dev/full'))('a full disk names the file that was written', () => {
  const handle = openSync('/dev/full', 'w');
  const error = catching(() => nameRefusal('/a/b.html', () => writeSync(handle, 'bytes')));
  closeSync(handle);
  expect(error).toMatchObject({ code: 'ENOSPC', path: '/a/b.html' });
  expect(String(error)).toContain('/a/b.html');
});

test('what has a name keeps it, and other errors stay as they are', () => {
  const named = Object.assign(new Error('no'), { code: 'EIO', syscall: 'open', path: '/own' });
  for (const error of [named, new Error('no')])
    expect(
      catching(() =>
        nameRefusal('/a', () => {
          throw error;
        }),
      ),
    ).toBe(error);
  expect(named.path).toBe('/own');
});

test('parts name themselves in all that is done with their handle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'named-'));
  const part = new Part(folder);
  part.drop();
  for (const act of [
    () => {
      part.write(Buffer.from('x'));
    },
    () => {
      part.empty();
    },
    () => {
      part.place(join(folder, 'a'), true);
    },
  ])
    expect(catching(act)).toMatchObject({ code: 'EBADF', path: part.path });
  rmSync(folder, { recursive: true });
});

test.runIf(existsSync('/proc/self'))('what is written whole is told by its own name', () => {
  expect(
    catching(() => {
      writeWhole('/proc/page.html', 'x');
    }),
  ).toMatchObject({ dest: '/proc/page.html' });
});
