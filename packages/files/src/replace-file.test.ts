import {
  chmodSync,
  existsSync,
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
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForeignFileError } from './foreign-file-error.ts';
import { judgePlace } from './judge-place.ts';
import { moveFolder } from './move-folder.ts';
import { createFile, replaceFile } from './replace-file.ts';

let outer = '';
let root = '';
/** What no command may touch. */
let target = '';
beforeEach(() => {
  outer = mkdtempSync(path.join(tmpdir(), 'tamizdat-files-'));
  root = path.join(outer, 'content');
  target = path.join(outer, 'bashrc');
  mkdirSync(path.join(root, 'a/b'), { recursive: true });
  mkdirSync(path.join(outer, 'elsewhere'));
  writeFileSync(target, 'mine');
});
afterEach(() => {
  rmSync(outer, { recursive: true });
});
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('a file', () => {
  it('is replaced whole, and keeps its permissions', () => {
    replaceFile(root, 'a/b/x.md', 'first');
    chmodSync(path.join(root, 'a/b/x.md'), 0o600);
    replaceFile(root, path.join(root, 'a/b/x.md'), Buffer.from('second'));
    expect(read('a/b/x.md')).toBe('second');
    expect(statSync(path.join(root, 'a/b/x.md')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.join(root, 'a/b'))).toEqual(['x.md']);
  });

  it('is made with its folders, once', () => {
    createFile(root, 'new/c/x.md', 'first');
    expect(() => {
      createFile(root, 'new/c/x.md', 'second');
    }).toThrow('EEXIST');
    expect(read('new/c/x.md')).toBe('first');
    expect(readdirSync(path.join(root, 'new/c'))).toEqual(['x.md']);
  });

  it('leaves nothing beside it where it cannot be written', () => {
    mkdirSync(path.join(root, 'a/b/x.md'));
    expect(() => {
      replaceFile(root, 'a/b/x.md', 'text');
    }).toThrow();
    expect(readdirSync(path.join(root, 'a/b'))).toEqual(['x.md']);
  });

  it('may have a name of 255 bytes', () => {
    const name = `${'ж'.repeat(126)}.md`;
    replaceFile(root, name, 'text');
    expect(read(name)).toBe('text');
  });
});

describe('a link', () => {
  const acts: [string, (file: string) => void][] = [
    [
      'replaceFile',
      (file) => {
        replaceFile(root, file, 'theirs');
      },
    ],
    [
      'createFile',
      (file) => {
        createFile(root, file, 'theirs');
      },
    ],
    [
      'moveFolder from',
      (file) => {
        moveFolder(root, file, 'free');
      },
    ],
    [
      'moveFolder to',
      (file) => {
        moveFolder(root, 'a/b', file);
      },
    ],
  ];

  it.each(acts)('is not followed by %s, wherever it stands', (_, act) => {
    symlinkSync(target, path.join(root, 'a/b/link.md'));
    symlinkSync(path.join(outer, 'elsewhere'), path.join(root, 'a/linked'));
    symlinkSync('nowhere', path.join(root, 'broken'));
    for (const file of ['a/b/link.md', 'a/linked', 'a/linked/x.md', 'a/linked/c/x.md', 'broken'])
      expect(() => {
        act(file);
      }, file).toThrow(ForeignFileError);
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(readdirSync(path.join(outer, 'elsewhere'))).toEqual([]);
    expect(existsSync(path.join(root, 'nowhere'))).toBe(false);
  });

  it('under any name that was foreseen is not written through', () => {
    for (const name of [
      '.x.md.new',
      '.x.md.part',
      'x.md.new',
      'x.md.part',
      `x.md.${process.pid}.part`,
    ])
      symlinkSync(target, path.join(root, 'a/b', name));
    replaceFile(root, 'a/b/x.md', 'text');
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(read('a/b/x.md')).toBe('text');
  });

  it('may lead to the trusted folder itself: whoever runs the command named it', () => {
    symlinkSync(root, path.join(outer, 'named'));
    replaceFile(path.join(outer, 'named'), 'a/x.md', 'text');
    expect(read('a/x.md')).toBe('text');
  });
});

it('goes nowhere outside of the trusted folder', () => {
  const part = fc.constantFrom('..', '.', '', 'a', 'b', '/', 'c.md', '\0', '...');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      let place: string | undefined;
      try {
        place = path.join(root, judgePlace(root, parts.join('/')));
      } catch {
        return;
      }
      expect(`${place}${path.sep}`.startsWith(`${root}${path.sep}`)).toBe(true);
    }),
  );
});
