import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ForeignFileError } from '@tamizdat/files';
import { otherDisk } from '@tamizdat/files/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walkTree } from '../walk-tree.ts';
import { replaceTree } from './replace-tree.ts';

const disk = otherDisk();
const mkfifo = (args: string[]) => promisify(execFile)('mkfifo', args);

/** The journal's file for `../dist`: the start of that way's SHA-256. */
const JOURNAL = `${createHash('sha256').update('../dist').digest('hex').slice(0, 16)}.json`;

type Tree = Record<string, string>;

let room: string;
let folders: { from: string; to: string; journal: string };

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'publish-'));
  folders = {
    from: join(room, 'out'),
    to: join(room, 'dist'),
    journal: join(room, 'state'),
  };
});
afterEach(() => rm(room, { recursive: true }));

async function writeTree(root: string, tree: Tree): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await addFiles(root, tree);
}

async function addFiles(root: string, tree: Tree): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function readTree(root: string): Promise<Tree> {
  const { files } = await walkTree(root);
  const entries = files.map(
    async ({ path }) => [path, await readFile(join(root, path), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

const FIRST: Tree = {
  'index.html': 'front 1',
  'en/2026/11/22/a.html': 'story a',
  'en/2026/11/22/b.html': 'story b',
  'media/0a.jpg': 'photo',
  'en/old/gone.html': 'gone',
  page: 'a file that becomes a folder',
  'list/x.html': 'a folder that becomes a file',
};
const SECOND: Tree = {
  'index.html': 'front 2',
  'en/2026/11/22/a.html': 'story a',
  'en/2026/11/22/c.html': 'story c',
  'media/0b.jpg': 'photo 2',
  'page/index.html': 'now a folder',
  'page/more.html': 'now a folder',
  list: 'now a file',
};

describe('replaceTree', () => {
  test('makes the folder exactly the list', async () => {
    await writeTree(folders.from, FIRST);
    expect(await replaceTree(folders)).toEqual({ written: 7, unchanged: 0, deleted: 0 });
    expect(await readTree(folders.to)).toEqual(FIRST);
    await writeTree(folders.from, SECOND);
    expect(await replaceTree(folders)).toEqual({ written: 6, unchanged: 1, deleted: 5 });
    expect(await readTree(folders.to)).toEqual(SECOND);
    const { folders: left } = await walkTree(folders.to);
    expect(left).toEqual(['en', 'en/2026', 'en/2026/11', 'en/2026/11/22', 'media', 'page']);
  });

  test('moves what is of no use afterwards, for everybody to read', async () => {
    await writeTree(folders.from, FIRST);
    await chmod(join(folders.from, 'index.html'), 0o600);
    const { ino } = await stat(join(folders.from, 'index.html'));
    await replaceTree({ ...folders, isSpent: true });
    expect(await readTree(folders.to)).toEqual(FIRST);
    const moved = await stat(join(folders.to, 'index.html'));
    expect([moved.ino, moved.mode & 0o777]).toEqual([ino, 0o644]);
    await writeTree(folders.from, SECOND);
    await replaceTree({ ...folders, isSpent: true });
    expect(await readTree(folders.to)).toEqual(SECOND);
  });

  test.skipIf(disk === undefined)('copies from another disk what cannot be moved', async () => {
    const from = await mkdtemp(join(disk ?? '', 'publish-'));
    await writeTree(from, FIRST);
    await replaceTree({ ...folders, from, isSpent: true });
    expect(await readTree(folders.to)).toEqual(FIRST);
    await rm(from, { recursive: true });
  });

  test('does not touch a file whose bytes stay', async () => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    const before = await stat(join(folders.to, 'en/2026/11/22/a.html'));
    await writeTree(folders.from, SECOND);
    await replaceTree(folders);
    const after = await stat(join(folders.to, 'en/2026/11/22/a.html'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('sees a change that keeps the size', async () => {
    await writeTree(folders.from, { 'index.html': 'one' });
    await replaceTree(folders);
    await writeTree(folders.from, { 'index.html': 'two' });
    expect(await replaceTree(folders)).toEqual({ written: 1, unchanged: 0, deleted: 0 });
    expect(await readTree(folders.to)).toEqual({ 'index.html': 'two' });
  });

  test('puts media before articles before lists', async () => {
    await writeTree(folders.from, FIRST);
    const renamed: string[] = [];
    await replaceTree({
      ...folders,
      step: (effect, path) => {
        if (effect === 'rename') renamed.push(path);
      },
    });
    expect(renamed).toEqual([
      'media/0a.jpg',
      'page',
      'en/2026/11/22/a.html',
      'en/2026/11/22/b.html',
      'en/old/gone.html',
      'index.html',
      'list/x.html',
    ]);
  });

  test('leaves kept folders alone', async () => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await addFiles(folders.to, { 'release/files/1': 'signed', 'a/b/kept': 'x' });
    await replaceTree({ ...folders, keep: ['release', 'a/b'] });
    expect(await readTree(folders.to)).toEqual({
      ...FIRST,
      'release/files/1': 'signed',
      'a/b/kept': 'x',
    });
  });

  test.each(['release', 'release/x.html'])('refuses a build that writes %s', async (path) => {
    await writeTree(folders.from, { [path]: 'x' });
    const replacing = replaceTree({ ...folders, keep: ['release/x.html'] });
    await expect(replacing).rejects.toMatchObject({ code: 'publish-keep-conflict' });
  });

  test.each(['missing', 'empty'])('a %s build leaves the folder as it was', async (kind) => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await rm(folders.from, { recursive: true });
    if (kind === 'empty') await mkdir(folders.from);
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-build-empty' });
    expect(await readTree(folders.to)).toEqual(FIRST);
  });

  test('refuses links in the build', async () => {
    await writeTree(folders.from, FIRST);
    await symlink('/etc/passwd', join(folders.from, 'en/link.html'));
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-build-link' });
  });

  test('takes links out of the folder without following them', async () => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await writeTree(join(room, 'own'), { '0a.jpg': 'own photo', 'b.jpg': 'own photo' });
    await rm(join(folders.to, 'media'), { recursive: true });
    await symlink(join(room, 'own'), join(folders.to, 'media'));
    await replaceTree(folders);
    expect(await readTree(folders.to)).toEqual(FIRST);
    expect(await readTree(join(room, 'own'))).toEqual({
      '0a.jpg': 'own photo',
      'b.jpg': 'own photo',
    });
  });

  test('writes nothing behind a link that stands where it puts files aside', async () => {
    await writeTree(join(room, 'own'), { '0': 'mine' });
    await writeTree(folders.to, {});
    await symlink(join(room, 'own'), join(folders.to, '.tamizdat-staged'));
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    expect(await readTree(join(room, 'own'))).toEqual({ '0': 'mine' });
    expect(await readTree(folders.to)).toEqual(FIRST);
  });

  test.each([
    ['rename', 'en/2026/11/22/c.html'],
    ['delete', 'en/2026/11/22/b.html'],
    ['remove-folder', 'en/old'],
    ['clear', 'list/x.html'],
  ])('does nothing behind a link that is put on the way at %s', async (effect, at) => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await writeTree(folders.from, SECOND);
    const own = join(room, 'own');
    await writeTree(own, { '2026/11/22/b.html': 'mine', 'x.html': 'mine' });
    await mkdir(join(own, 'old'));
    const step = async (name: string, path: string) => {
      if (name !== effect || path !== at) return;
      const outer = join(folders.to, path.split('/')[0] ?? '');
      await rm(outer, { recursive: true });
      await symlink(own, outer);
    };
    await expect(replaceTree({ ...folders, step })).rejects.toBeInstanceOf(ForeignFileError);
    expect(await readTree(own)).toEqual({ '2026/11/22/b.html': 'mine', 'x.html': 'mine' });
    expect((await readdir(own)).sort()).toEqual(['2026', 'old', 'x.html']);
  });

  test('can be read by everybody, whatever the umask and the rights of the build', async () => {
    const former = process.umask(0o077);
    try {
      await writeTree(folders.from, FIRST);
      await replaceTree(folders);
    } finally {
      process.umask(former);
    }
    const { files, folders: inside } = await walkTree(folders.to);
    const modeOf = async (path: string) => (await stat(join(folders.to, path))).mode & 0o777;
    expect(new Set(await Promise.all(files.map(({ path }) => modeOf(path))))).toEqual(
      new Set([0o644]),
    );
    expect(new Set(await Promise.all(['', ...inside].map(modeOf)))).toEqual(new Set([0o755]));
  });

  test('can be read by everybody, though it was not before and has not changed', async () => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    const { files } = await walkTree(folders.to);
    for (const { path } of files) await chmod(join(folders.to, path), 0o600);
    await replaceTree(folders);
    const modeOf = async (path: string) => (await stat(join(folders.to, path))).mode & 0o777;
    expect(new Set(await Promise.all(files.map(({ path }) => modeOf(path))))).toEqual(
      new Set([0o644]),
    );
  });

  test('of two names that differ in case alone the wanted one stays', async () => {
    await writeTree(folders.from, { 'en/About.html': 'x' });
    await replaceTree(folders);
    await writeTree(folders.from, { 'en/about.html': 'y' });
    const effects: string[] = [];
    await replaceTree({ ...folders, step: (effect) => void effects.push(effect) });
    expect(effects.indexOf('clear')).toBeLessThan(effects.indexOf('rename'));
    expect(effects).not.toContain('delete');
    expect(await readTree(folders.to)).toEqual({ 'en/about.html': 'y' });
  });
});

describe('a folder that no run made', () => {
  test('is refused when something of it would be lost', async () => {
    await writeTree(folders.from, FIRST);
    await writeTree(folders.to, { 'index.html': 'front 1', 'thesis.doc': 'ten years' });
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-target-foreign' });
    await writeTree(folders.to, { 'index.html': 'mine' });
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-target-foreign' });
    expect(await readTree(folders.to)).toEqual({ 'index.html': 'mine' });
  });

  test('is taken when it is empty, or holds the same files', async () => {
    await writeTree(folders.from, FIRST);
    await writeTree(folders.to, { 'index.html': 'front 1' });
    expect(await replaceTree(folders)).toEqual({ written: 6, unchanged: 1, deleted: 0 });
  });

  test.each([
    ['it is the root of the file system', () => ({ to: '/' })],
    ['the home folder is in it', () => ({ to: homedir() })],
    ['the working folder is in it', () => ({ to: process.cwd() })],
    ['the build is in it', () => ({ to: room })],
    ['it is in the build', () => ({ to: join(folders.from, 'dist') })],
    ['the journal is in it', () => ({ journal: join(folders.to, 'state') })],
    ['the journal is in the build', () => ({ journal: join(folders.from, 'state') })],
  ])('is refused where %s', async (reason, wrong) => {
    await writeTree(folders.from, FIRST);
    await expect(replaceTree({ ...folders, ...wrong() })).rejects.toMatchObject({
      code: 'publish-target-refused',
      message: expect.stringContaining(reason) as string,
    });
    expect(await readTree(folders.from)).toEqual(FIRST);
  });

  test.each(['.git/HEAD', 'package.json'])('a folder with %s is refused', async (path) => {
    await writeTree(folders.from, FIRST);
    await writeTree(folders.to, { [path]: 'x' });
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-target-refused' });
  });

  test('a link to the home folder is refused', async () => {
    await writeTree(folders.from, FIRST);
    await symlink(homedir(), folders.to);
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-target-refused' });
  });
});

describe('the journal', () => {
  test.each(['{', '{"version":1}', '{"version":1,"to":"../dist","phase":"committing"}'])(
    'is refused when it reads %s',
    async (text) => {
      await writeTree(folders.from, FIRST);
      await addFiles(room, { [`state/${JOURNAL}`]: text });
      const replacing = replaceTree(folders);
      await expect(replacing).rejects.toMatchObject({ code: 'publish-journal-unreadable' });
    },
  );

  test('cannot lead out of the folder', async () => {
    await writeTree(folders.from, FIRST);
    await addFiles(room, { 'precious.txt': 'x' });
    const plan = { obstacles: [], writes: [], deletes: ['../precious.txt'], emptied: [] };
    const journal = { version: 1, to: '../dist', phase: 'committing', plan };
    await addFiles(room, { [`state/${JOURNAL}`]: JSON.stringify(journal) });
    const replacing = replaceTree(folders);
    await expect(replacing).rejects.toMatchObject({ code: 'publish-journal-unreadable' });
    expect(await readFile(join(room, 'precious.txt'), 'utf8')).toBe('x');
  });

  test('is none that is a link or a pipe, and is not waited for', async () => {
    await writeTree(folders.from, FIRST);
    await addFiles(room, { [`state/${JOURNAL}`]: '' });
    const file = join(room, 'state', JOURNAL);
    for (const make of [() => symlink('/proc/self/environ', file), () => mkfifo([file])]) {
      await rm(file);
      await make();
      const replacing = replaceTree(folders);
      await expect(replacing).rejects.toMatchObject({ code: 'publish-journal-unreadable' });
    }
  });

  test('of one folder does not vouch for another', async () => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    const other = { ...folders, to: join(room, 'public') };
    await writeTree(other.to, { 'thesis.doc': 'ten years' });
    await expect(replaceTree(other)).rejects.toMatchObject({ code: 'publish-target-foreign' });
    await rm(other.to, { recursive: true });
    expect(await replaceTree(other)).toMatchObject({ written: 7 });
    expect(await replaceTree(folders)).toMatchObject({ written: 0, unchanged: 7 });
  });

  test('lets one run at a time in', async () => {
    await writeTree(folders.from, FIRST);
    let second: Promise<unknown> | undefined;
    await replaceTree({
      ...folders,
      step: async () => {
        second ??= replaceTree(folders);
        await expect(second).rejects.toMatchObject({ code: 'publish-locked' });
      },
    });
    expect(second).toBeDefined();
    expect(await readdir(folders.journal)).toEqual([JOURNAL]);
  });
});

describe('a lock', () => {
  async function leaveLock(pid: number): Promise<void> {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await addFiles(folders.journal, { [`${JOURNAL}.lock`]: `${pid}\n` });
  }

  test('of a process that runs is respected', async () => {
    await leaveLock(process.ppid);
    await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-locked' });
  });

  test('of a process that has ended is taken over', async () => {
    const ended = execFile(process.execPath, ['-e', '']);
    await new Promise((resolve) => ended.once('exit', resolve));
    await leaveLock(ended.pid ?? 0);
    expect(await replaceTree(folders)).toMatchObject({ unchanged: 7 });
  });

  test('of a killed namesake is taken over', async () => {
    await leaveLock(process.pid);
    expect(await replaceTree(folders)).toMatchObject({ unchanged: 7 });
  });
});

/** Puts FIRST in place, then SECOND until the step numbered `count` throws. Gives whether it got that far. */
async function interrupt(count: number): Promise<boolean> {
  await writeTree(folders.from, FIRST);
  await rm(folders.to, { recursive: true, force: true });
  await rm(folders.journal, { recursive: true, force: true });
  await replaceTree(folders);
  await writeTree(folders.from, SECOND);
  let left = count;
  const step = (): void => {
    if (left-- === 0) throw new Error('stopped');
  };
  try {
    await replaceTree({ ...folders, step });
    return false;
  } catch (error) {
    expect(error).toMatchObject({ message: 'stopped' });
    return true;
  }
}

describe('an interrupted run', () => {
  test('is mended by the next, wherever it stopped', async () => {
    let stops = 0;
    while (await interrupt(stops)) {
      await replaceTree(folders);
      expect(await readTree(folders.to), `stopped at step ${stops}`).toEqual(SECOND);
      stops += 1;
    }
    expect(stops).toBeGreaterThan(20);
  });

  test('leaves one build or the other once a failed build has run, wherever it stopped', async () => {
    const seen = new Set<string>();
    for (let stops = 0; await interrupt(stops); stops += 1) {
      await rm(folders.from, { recursive: true });
      await expect(replaceTree(folders)).rejects.toMatchObject({ code: 'publish-build-empty' });
      const tree = await readTree(folders.to);
      expect([FIRST, SECOND], `stopped at step ${stops}`).toContainEqual(tree);
      seen.add(tree['index.html'] ?? '');
    }
    expect([...seen]).toEqual(['front 1', 'front 2']);
  });

  test.each([
    ['stage'],
    ['journal:committing'],
    ['clear'],
    ['rename'],
    ['delete'],
    ['drop-staged'],
  ])('killed at %s is mended by the next', async (point) => {
    await writeTree(folders.from, FIRST);
    await replaceTree(folders);
    await writeTree(folders.from, SECOND);
    expect(await replaceAndKill(point)).toBe('SIGKILL');
    expect(await replaceTree(folders)).toBeDefined();
    expect(await readTree(folders.to)).toEqual(SECOND);
    expect(await readdir(folders.journal)).toEqual([JOURNAL]);
  });
});

/** Runs replaceTree in a process of its own that kills itself at the second step of that name (or the only one). */
async function replaceAndKill(point: string): Promise<string | null> {
  const module = join(import.meta.dirname, 'replace-tree.ts');
  const script = `
    import { replaceTree } from ${JSON.stringify(module)};
    let seen = 0;
    const once = ${JSON.stringify(!['stage', 'rename'].includes(point))};
    await replaceTree({ ...${JSON.stringify(folders)}, step: (effect, path) => {
      const here = ${JSON.stringify(point)} === effect || ${JSON.stringify(point)} === effect + ':' + path;
      if (here && (once || seen++ === 1)) process.kill(process.pid, 'SIGKILL');
    } });`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module', '-e', script]);
    child.once('exit', (_, signal) => {
      resolve(signal);
    });
  });
}

const segment = fc.constantFrom('a', 'b', 'C', 'c', 'd.html');
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const tree = fc
  .uniqueArray(fc.tuple(path, fc.constantFrom('x', 'y', 'long')), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 8,
  })
  .map((entries) => {
    const isFolder = (name: string): boolean =>
      entries.some(([other]) => other.startsWith(`${name}/`));
    return Object.fromEntries(entries.filter(([name]) => !isFolder(name)));
  });

test('any tree follows any tree, through any interruption', async () => {
  await fc.assert(
    fc.asyncProperty(tree, tree, fc.nat(40), async (first, second, stop) => {
      await rm(folders.to, { recursive: true, force: true });
      await rm(folders.journal, { recursive: true, force: true });
      await writeTree(folders.from, first);
      await replaceTree(folders);
      await writeTree(folders.from, second);
      let left = stop;
      const step = (): void => {
        if (left-- === 0) throw new Error('stopped');
      };
      await replaceTree({ ...folders, step }).catch(() => undefined);
      await replaceTree(folders);
      expect(await readTree(folders.to)).toEqual(second);
    }),
    { numRuns: 60 },
  );
});

test('what stands stays, though the build does not hold it, and nothing else does', async () => {
  await writeTree(folders.from, { 'a.html': 'a', 'b.html': 'b', 'c/d.html': 'd' });
  await replaceTree(folders);
  await writeTree(folders.from, { 'b.html': 'other', 'e.html': 'e' });
  const summary = await replaceTree({ ...folders, standing: ['a.html'] });
  expect(await readTree(folders.to)).toEqual({ 'a.html': 'a', 'b.html': 'other', 'e.html': 'e' });
  expect(summary).toEqual({ written: 2, unchanged: 1, deleted: 1 });
  await writeTree(folders.from, {});
  await replaceTree({ ...folders, standing: ['a.html', 'e.html'] });
  expect(await readTree(folders.to)).toEqual({ 'a.html': 'a', 'e.html': 'e' });
});

test('what should stand and is gone ends the run before anything is changed', async () => {
  await writeTree(folders.from, { 'a.html': 'a', 'b.html': 'b' });
  await replaceTree(folders);
  await rm(join(folders.to, 'a.html'));
  await writeTree(folders.from, { 'b.html': 'other' });
  await expect(replaceTree({ ...folders, standing: ['a.html'] })).rejects.toMatchObject({
    code: 'publish-standing-gone',
  });
  expect(await readTree(folders.to)).toEqual({ 'b.html': 'b' });
});
