import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ForeignFileError } from './foreign-file-error.ts';
import { PUBLIC, SECRET } from './modes.ts';
import { isPart, Part } from './part.ts';
import { removeFile } from './remove-file.ts';
import { writeWhole } from './write-whole.ts';

let folder: string;
let root: string;
let secret: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  root = join(folder, 'shared');
  secret = join(folder, 'secret');
  mkdirSync(root);
  writeFileSync(secret, 'mine');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Works under a umask that lets nobody else read anything. */
function underUmask<Result>(work: () => Result): Result {
  const former = process.umask(0o077);
  try {
    return work();
  } finally {
    process.umask(former);
  }
}

describe('a file written into a folder that others can write to', () => {
  test('replaces a link in its place, and leaves alone what the link leads to', () => {
    symlinkSync(secret, join(root, 'note.json'));
    writeWhole('note.json', 'new', { root });
    expect([readFileSync(secret, 'utf8'), readFileSync(join(root, 'note.json'), 'utf8')]).toEqual([
      'mine',
      'new',
    ]);
    expect(lstatSync(join(root, 'note.json')).isSymbolicLink()).toBe(false);
  });

  test.each(['a/note', 'a/b/note'])('is not written through a link on the way: %s', (path) => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(join(elsewhere, 'b'), { recursive: true });
    symlinkSync(elsewhere, join(root, 'a'));
    expect(() => {
      writeWhole(path, 'new', { root });
    }).toThrow(ForeignFileError);
    expect(() => removeFile(root, path)).toThrow(ForeignFileError);
    expect(readdirSync(elsewhere)).toEqual(['b']);
  });

  test('may stand behind a link that whoever named the folder means', () => {
    symlinkSync(root, join(folder, 'named'));
    writeWhole('a/note', 'new', { root: join(folder, 'named') });
    expect(readFileSync(join(root, 'a/note'), 'utf8')).toBe('new');
  });

  test.each(['../secret', 'a/../../secret', 'a//b'])('stays in it: %s', (path) => {
    mkdirSync(join(root, 'a'));
    expect(() => {
      writeWhole(path, 'new', { root });
    }).toThrow(ForeignFileError);
    expect(readFileSync(secret, 'utf8')).toBe('mine');
  });

  test('leaves no part where it fails, and its parts have names that differ', () => {
    mkdirSync(join(root, 'taken'));
    expect(() => {
      writeWhole('taken', 'new', { root });
    }).toThrow();
    expect(readdirSync(root)).toEqual(['taken']);
    const parts = [new Part(root), new Part(root)];
    const names = readdirSync(root).filter(isPart);
    expect(new Set(names).size).toBe(2);
    for (const part of parts) part.drop();
  });
});

describe('who may read', () => {
  test('what is public: everybody, whatever the umask', () => {
    underUmask(() => {
      writeWhole('a/b/page', 'x', { root, modes: PUBLIC });
    });
    expect(['a', 'a/b', 'a/b/page'].map((path) => modeOf(join(root, path)))).toEqual([
      0o755, 0o755, 0o644,
    ]);
  });

  test('what is secret: nobody else, whatever the umask', () => {
    const former = process.umask(0);
    try {
      writeWhole('k/key', 'x', { root, modes: SECRET });
    } finally {
      process.umask(former);
    }
    expect(['k', 'k/key'].map((path) => modeOf(join(root, path)))).toEqual([0o700, 0o600]);
  });

  test('a folder that was there keeps its rights', () => {
    mkdirSync(join(root, 'own'), { mode: 0o700 });
    writeWhole('own/page', 'x', { root, modes: PUBLIC });
    expect(modeOf(join(root, 'own'))).toBe(0o700);
  });

  test('otherwise the umask says', () => {
    underUmask(() => {
      writeWhole(join(folder, 'state/x'), 'x');
    });
    expect(modeOf(join(folder, 'state/x'))).toBe(0o600);
  });
});

describe('a file deleted there', () => {
  test('may be missing, is no folder, and a link goes without what it leads to', () => {
    mkdirSync(join(root, 'full'));
    symlinkSync(secret, join(root, 'link'));
    expect(removeFile(root, 'none/at/all')).toBe(false);
    expect(() => removeFile(root, 'full')).toThrow(ForeignFileError);
    expect(removeFile(root, 'link')).toBe(true);
    expect([existsSync(secret), readdirSync(root)]).toEqual([true, ['full']]);
  });
});
