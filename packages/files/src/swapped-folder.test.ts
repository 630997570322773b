import type * as Fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/**
 * Somebody who may write to the folder puts a link in place of one on the way, between any two calls of the file
 * system: each test does its work once for every call, with the folder swapped right before it.
 */

const { real, hook } = vi.hoisted(() => ({
  real: {} as typeof Fs,
  hook: { beforeCall: (): void => undefined },
}));

vi.mock('node:fs', async (load) => {
  Object.assign(real, await load<typeof Fs>());
  const hooked = Object.entries(real).map(([name, value]) => {
    if (!name.endsWith('Sync') || typeof value !== 'function') return [name, value] as const;
    const call = value as (...given: unknown[]) => unknown;
    const before = (...given: unknown[]): unknown => {
      hook.beforeCall();
      return call(...given);
    };
    return [name, before] as const;
  });
  return Object.fromEntries(hooked);
});

const { createFile, makePlace, moveFolder, Part, removeAll, removeEmptyFolder, removeFile } =
  await import('./index.ts');
const { replaceFile, writeWhole } = await import('./index.ts');

let outer = '';
let root = '';
let elsewhere = '';

beforeEach(() => {
  outer = real.mkdtempSync(path.join(tmpdir(), 'tamizdat-swap-'));
  root = path.join(outer, 'shared');
  elsewhere = path.join(outer, 'elsewhere');
});
afterEach(() => {
  hook.beforeCall = () => undefined;
  real.rmSync(outer, { recursive: true, force: true });
});

function fill(): void {
  for (const folder of [root, elsewhere]) real.rmSync(folder, { recursive: true, force: true });
  for (const folder of [path.join(root, 'media'), elsewhere]) {
    real.mkdirSync(path.join(folder, 'empty'), { recursive: true });
    real.mkdirSync(path.join(folder, 'b'));
    for (const name of ['x.md', 'b/x.md']) real.writeFileSync(path.join(folder, name), 'old');
  }
}

const look = (folder: string): unknown[] =>
  (real.readdirSync(folder, { recursive: true }) as string[]).sort().map((name) => {
    const entry = real.statSync(path.join(folder, name));
    return [
      name,
      entry.ino,
      entry.mode,
      entry.isFile() && real.readFileSync(path.join(folder, name), 'utf8'),
    ];
  });

/** Puts the folder aside and a link in its place, before call number `at`. @returns whether it came to that */
function swapBefore(at: number, work: () => void): boolean {
  let calls = 0;
  hook.beforeCall = () => {
    if (calls++ !== at) return;
    real.renameSync(path.join(root, 'media'), path.join(root, 'aside'));
    real.symlinkSync(elsewhere, path.join(root, 'media'));
  };
  try {
    work();
  } catch {
    // Refused, which is as good.
  }
  hook.beforeCall = () => undefined;
  return calls > at;
}

test.each<[string, () => void]>([
  [
    'replaceFile',
    () => {
      replaceFile(root, 'media/x.md', 'new');
    },
  ],
  [
    'replaceFile, of a new file',
    () => {
      replaceFile(root, 'media/c/y.md', 'new');
    },
  ],
  [
    'createFile',
    () => {
      createFile(root, 'media/y.md', 'new');
    },
  ],
  [
    'writeWhole',
    () => {
      writeWhole('media/b/x.md', 'new', { root, modes: { file: 0o600, folder: 0o700 } });
    },
  ],
  [
    'removeFile',
    () => {
      removeFile(root, 'media/x.md');
    },
  ],
  [
    'removeEmptyFolder',
    () => {
      removeEmptyFolder(root, 'media/empty');
    },
  ],
  [
    'removeAll',
    () => {
      removeAll(root, 'media');
    },
  ],
  [
    'removeAll, deeper',
    () => {
      removeAll(root, 'media/b');
    },
  ],
  [
    'moveFolder',
    () => {
      moveFolder(root, 'media/b', 'free');
    },
  ],
  [
    'moveFolder, into it',
    () => {
      real.mkdirSync(path.join(root, 'own'));
      moveFolder(root, 'own', 'media/c');
    },
  ],
  [
    'a part that grows elsewhere',
    () => {
      const part = new Part(root);
      makePlace(root, 'media/x.md', undefined, (place) => {
        part.place(place);
      });
    },
  ],
])('%s leads nowhere when a folder on the way is swapped for a link', (_, work) => {
  let at = 0;
  for (; ; at++) {
    fill();
    const before = look(elsewhere);
    const isSwapped = swapBefore(at, work);
    expect(look(elsewhere), `swapped before call ${at}`).toEqual(before);
    if (!isSwapped) break;
  }
  expect(at).toBeGreaterThan(3);
});

test('where folders cannot be held, what a swap led elsewhere is told', async () => {
  const { platform } = process;
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  try {
    vi.resetModules();
    const { ForeignFileError, writeWhole: write } = await import('./index.ts');
    fill();
    write('media/b/x.md', 'new', { root });
    expect(real.readFileSync(path.join(root, 'media/b/x.md'), 'utf8')).toBe('new');
    const told = { isLed: 0, isTold: 0 };
    for (let at = 0, isSwapped = true; isSwapped; at++) {
      fill();
      const before = look(elsewhere);
      let fault: unknown;
      isSwapped = swapBefore(at, () => {
        try {
          write('media/x.md', 'new', { root });
        } catch (error) {
          fault = error;
        }
      });
      if (JSON.stringify(look(elsewhere)) === JSON.stringify(before)) continue;
      told.isLed++;
      if (fault instanceof ForeignFileError) told.isTold++;
    }
    expect(told.isLed).toBeGreaterThan(0);
    expect(told.isTold).toBe(told.isLed);
  } finally {
    Object.defineProperty(process, 'platform', { value: platform });
  }
});
