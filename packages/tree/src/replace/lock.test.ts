import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withLock } from './lock.ts';

let folder = '';
let file = '';
const holders: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'lock');
});
afterEach(() => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const module = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href;
const HOLD = `import { withLock } from '${module}';
await withLock(process.argv[1], () => new Promise(() => { setInterval(() => {}, 1000); console.log('held'); }));`;

const RUN = [process.execPath, '--input-type=module', '-e', HOLD] as const;

/** Another run that holds the lock; it begins as a command of its own. */
async function hold(command: readonly string[] = []): Promise<ChildProcess> {
  const [program = '', ...args] = [...command, ...RUN].map(String);
  const holder = spawn(program, [...args, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  return holder;
}

async function kill(holder: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await ended;
}

const take = () => withLock(file, () => Promise.resolve('done'));

test('is gone after the work, also where that fails', async () => {
  expect(await take()).toBe('done');
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

test('is one file, while it is held and after a killed run', async () => {
  await withLock(file, () => {
    expect(readdirSync(folder)).toEqual(['lock']);
    return Promise.resolve();
  });
  const holder = await hold();
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('lets one run in, and names the process and the file', async () => {
  const holder = await hold();
  await expect(take()).rejects.toThrow(
    `Another run (process ${String(holder.pid)}) is at work: it holds ${file}.`,
  );
  await expect(take()).rejects.toMatchObject({ code: 'publish-locked' });
});

test('lets one piece of work in within a process, and is not lost by asking', async () => {
  await withLock(file, async () => {
    await expect(take()).rejects.toMatchObject({ code: 'publish-locked' });
    const other = spawn(process.execPath, ['--input-type=module', '-e', HOLD, file]);
    const [code] = await new Promise<[number]>((resolve) =>
      other.once('exit', (...ended) => {
        resolve(ended as unknown as [number]);
      }),
    );
    expect(code).toBe(1);
  });
});

test('of a killed run does not hold, whoever has its number now', async () => {
  const holder = await hold();
  await kill(holder);
  const left = readFileSync(file);
  expect(left.readUInt32BE(60)).toBe(holder.pid);
  // A process that lives: this one’s parent.
  left.writeUInt32BE(process.ppid, 60);
  writeFileSync(file, left);
  expect(await take()).toBe('done');
});

const canUnshare = (() => {
  try {
    execFileSync('unshare', ['--pid', '--fork', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!canUnshare)('holds between containers, and ends with one', async () => {
  const inside = ['unshare', '--pid', '--fork', '--kill-child'];
  const holder = await hold(inside);
  await expect(take()).rejects.toMatchObject({ code: 'publish-locked' });
  await kill(holder);
  await expect.poll(take, { timeout: 10_000 }).toBe('done');
});

test('of a former version, a number alone, holds while that process runs, and no longer', async () => {
  writeFileSync(file, `${process.ppid}\n`);
  await expect(take()).rejects.toThrow(`(process ${process.ppid})`);
  utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
  expect(await take()).toBe('done');
  writeFileSync(file, 'nobody\n');
  expect(await take()).toBe('done');
});

test('without SQLite, as on Node 20, holds while the process runs that took it, and no longer', async () => {
  vi.resetModules();
  const missing = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  const plain = (await import('./lock.ts')).withLock;
  missing.mockRestore();
  const takePlain = () => plain(file, () => Promise.resolve(readFileSync(file, 'latin1')));
  expect(await takePlain()).toBe(`${process.pid}\n`);
  expect(existsSync(file)).toBe(false);
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)']);
  holders.push(holder);
  await once(holder.stdout, 'data');
  const left = `${holder.pid ?? 0}\n`;
  writeFileSync(file, left);
  await expect(takePlain()).rejects.toThrow(new RegExp(`process ${left.trim()}.*${file}`));
  expect(readFileSync(file, 'latin1')).toBe(left);
  // The number lives again, as somebody else's: that process began after the lock was written.
  utimesSync(file, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
  expect(await takePlain()).toBe(`${process.pid}\n`);
  await kill(holder);
  writeFileSync(file, left);
  expect(await takePlain()).toBe(`${process.pid}\n`);
});

test('is never made where a link leads to', async () => {
  const other = join(folder, 'other');
  writeFileSync(other, '');
  symlinkSync(other, file);
  expect(await take()).toBe('done');
  expect(readFileSync(other, 'utf8')).toBe('');
});

test.each(['-journal', '-wal', '-shm'])('a stranger’s %s beside it is not read', async (suffix) => {
  const other = join(folder, 'other');
  writeFileSync(other, 'kept');
  for (const put of [
    () => {
      symlinkSync(other, file + suffix);
    },
    () => {
      writeFileSync(file + suffix, Buffer.alloc(4_096, 'x'));
    },
    () => mkdirSync(join(file + suffix, 'a'), { recursive: true }),
  ]) {
    put();
    expect(await take()).toBe('done');
    expect(existsSync(file + suffix)).toBe(false);
  }
  expect(readFileSync(other, 'utf8')).toBe('kept');
});

test('is had by one of many that ask at once', async () => {
  let inside = 0;
  let most = 0;
  let done = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
    done++;
  };
  const asked = Array.from({ length: 20 }, () => withLock(file, work).catch(() => undefined));
  await Promise.all(asked);
  expect([most, done]).toEqual([1, 1]);
});
