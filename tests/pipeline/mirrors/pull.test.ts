import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, SampleOutlet } from '../release/sample-outlet.ts';
import { FIXTURE_NOW, finished, type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-pull-'));
const root = path.join(outlet.keys, 'root.json');
let first = '';
let second = '';

beforeAll(async () => {
  await outlet.release();
  first = await outlet.serve(outlet.copy('first'));
  outlet.write('en/a.html', 'a corrected story '.repeat(1_000));
  await outlet.release();
  second = await outlet.serve(outlet.copy('second'));
});
afterAll(() => {
  outlet.remove();
  rmSync(folder, { recursive: true });
});

let copies = 0;
const newCopy = (): string => path.join(folder, `copy-${copies++}`);

async function pull(args: string[], now?: string): Promise<Ran> {
  const ran = await runTamizdat(repository, ['mirror', 'pull', ...args], now ? { now } : {});
  expect(ran.output).not.toContain('    at ');
  return ran;
}

const said = (words: string) => expect.stringContaining(words) as string;

describe('tamizdat mirror pull', () => {
  it('makes a copy, brings it up to date, and says when there is nothing new', async () => {
    const copy = newCopy();
    const made = await pull([first, copy, '--root', root]);
    expect(made).toMatchObject({ code: 0, output: said(`release 1 of ${ORIGIN}`) });
    expect(made.output).toContain('--base https://');
    const updated = await pull([second, copy]);
    expect(updated).toMatchObject({ code: 0, output: said('1 files fetched, 2 kept') });
    expect(await pull([second, copy])).toMatchObject({ code: 0, output: said('Nothing new') });
    const verified = await runTamizdat(repository, [
      'verify',
      path.join(copy, 'current'),
      '--root',
      root,
      '--strict',
      '--memory',
      newCopy(),
    ]);
    expect(verified).toMatchObject({ code: 0, output: said('Genuine, complete and fresh') });
  });

  it('puts its own address into feeds where it is told one', async () => {
    const copy = newCopy();
    await pull([second, copy, '--root', root, '--base', 'https://volunteer.example/m']);
    const feed = readFileSync(path.join(copy, 'current/en/feed.xml'), 'utf8');
    expect(feed).toBe('<link>https://volunteer.example/m/en/a.html</link>');
    // A line of a timer that lacks it must not put the blocked origin back.
    expect(await pull([second, copy])).toMatchObject({ code: 0, output: said('Nothing new') });
    expect(readFileSync(path.join(copy, 'current/en/feed.xml'), 'utf8')).toBe(feed);
    await pull([second, copy, '--base', ORIGIN]);
    expect(readFileSync(path.join(copy, 'current/en/feed.xml'), 'utf8')).toContain(ORIGIN);
  });

  it('notices an older release and a frozen one, and speaks to programs', async () => {
    const copy = newCopy();
    await pull([second, copy, '--root', outlet.fingerprint]);
    const back = await pull([first, copy]);
    expect(back).toMatchObject({ code: 1, output: said('rollback: This release is older') });
    expect(back.output).toContain('Release 2 is served as before');
    const frozen = await pull([second, copy, '--json'], '2026-12-24T12:00:00Z');
    expect(frozen.code).toBe(3);
    expect(JSON.parse(frozen.output)).toMatchObject({ exit: 3, to: 2, expired: ['timestamp'] });
    const gone = await pull(['http://127.0.0.1:9/', copy, '--proxy', 'socks5://127.0.0.1:9']);
    expect(gone).toMatchObject({
      code: 4,
      output: said('the proxy cannot be reached (ECONNREFUSED)'),
    });
    expect(gone.output).toContain('or name another mirror of the site');
  });

  it.each([
    [['ftp://a.example/', 'x'], 'A mirror’s address is such as'],
    [['https://a.example/?q', 'x'], 'A mirror’s address is such as'],
    [['https://a.example/', 'x'], 'Whose site is it? --root'],
    [['https://a.example/', 'x', '--root', 'abc'], '“abc” is neither'],
    [['https://a.example/', 'x', '--max-size', 'much'], '--max-size is a size such as'],
    [['https://a.example/', 'x', '--proxy', 'secret:word'], 'The proxy’s address is such as'],
  ])('%j is a slip of the pen', async ([from = '', name = '', ...rest], message) => {
    const ran = await pull([from, path.join(folder, name), ...rest]);
    expect(ran).toMatchObject({ code: 2, output: said(message) });
    expect(ran.output).not.toContain('secret:word');
    expect(existsSync(path.join(folder, name))).toBe(false);
  });

  it('touches no folder with other people’s files, and no other outlet’s copy', async () => {
    const copy = newCopy();
    expect(await pull([first, outlet.folder, '--root', root])).toMatchObject({
      code: 6,
      output: said('foreign-files'),
    });
    const file = path.join(outlet.folder, 'a-file');
    writeFileSync(file, '');
    expect(await pull([first, file, '--root', root])).toMatchObject({
      code: 6,
      output: said('not-a-folder'),
    });
    await pull([first, copy, '--root', root]);
    const other = await pull([first, copy, '--root', 'ab'.repeat(32)]);
    expect(other).toMatchObject({ code: 2, output: said('the site of another outlet') });
    writeFileSync(path.join(copy, 'lock'), `${process.pid}\n`);
    expect(await pull([first, copy])).toMatchObject({ code: 6, output: said('pull-running') });
  });
});

describe('the packed command', () => {
  it('runs alone in an empty folder, on every Node that is here', async () => {
    const packed = path.join(folder, 'tamizdat-mirror.mjs');
    const packer = path.join(repository, 'packages/cli/src/mirror/pack.ts');
    expect(spawnSync(process.execPath, [packer, packed]).status).toBe(0);
    for (const node of new Set([process.execPath, '/usr/bin/node'].filter(existsSync))) {
      const empty = mkdtempSync(path.join(folder, 'empty-'));
      const run = (...args: string[]): Promise<Ran> =>
        finished(
          spawn(node, [packed, ...args], {
            cwd: empty,
            stdio: ['ignore', 'pipe', 'pipe'],
            env: { PATH: '/usr/bin:/bin', HOME: empty, TAMIZDAT_NOW: FIXTURE_NOW },
          }),
        );
      const root = ['--root', outlet.fingerprint];
      expect(await run('pull', second, 'copy', ...root)).toMatchObject({
        code: 0,
        output: said('Genuine and complete'),
      });
      expect(readdirSync(empty)).toEqual(['copy']);
      // As a reader checks an address, what lies on a stick, and an older copy than they have seen.
      const genuine = { code: 0, output: said('Genuine, complete and fresh') };
      expect(await run('verify', second, ...root)).toMatchObject(genuine);
      expect(await run('verify', 'copy/current')).toMatchObject(genuine);
      expect(await run('verify', first)).toMatchObject({ code: 1, output: said('older') });
      const page = path.join(empty, 'copy/current/en/a.html');
      writeFileSync(page, readFileSync(page, 'utf8').replace('corrected', 'corrupted'));
      const forged = await run('verify', 'copy/current');
      expect(forged).toMatchObject({ code: 1, output: said('en/a.html') });
      expect(forged.output).not.toContain('    at ');
      expect(readdirSync(path.join(empty, '.local/state/tamizdat/seen'))).toHaveLength(1);
    }
    expect(readFileSync(packed, 'utf8')).not.toContain(repository);
  });
});
