import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { inspectRelease, openFolder } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLocalRelease } from '../publish/local-release.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { GitStore } from './git-store.ts';

const BASE = 'https://one.example/f/';

let site: SampleSite;
let bare: string;
let server: Server | undefined;

beforeEach(() => {
  site = new SampleSite();
  site.release();
  bare = join(site.folder, 'site.git');
  git('init', '--quiet', '--bare', bare);
});

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => {
    if (server === undefined) resolve();
    else
      server.close(() => {
        resolve();
      });
  });
  server = undefined;
  site.remove();
});

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}

function publish(
  repository: string,
  more: { squash?: boolean; work?: string; repair?: boolean } = {},
) {
  const { squash = false, work = 'work', repair = false } = more;
  const store = new GitStore({ repository, branch: 'pages', squash }, join(site.folder, work));
  const options = { base: BASE, now: NOW, wait: () => Promise.resolve(), repair };
  return publishMirror(store, loadLocalRelease(site.tree), options);
}

const history = (format: string): string[] =>
  git('-C', bare, 'log', `--format=${format}`, 'pages').trim().split('\n');

function checkOut(): string {
  const folder = join(site.folder, 'checked-out');
  rmSync(folder, { recursive: true, force: true });
  git('clone', '--quiet', '--branch=pages', bare, folder);
  return folder;
}

async function faults() {
  const source = { ...openFolder(checkOut()), base: BASE };
  const scope = { kind: 'all' } as const;
  return (await inspectRelease(source, { known: undefined, now: NOW, scope })).findings;
}

function nextRelease(round: number, removed: string[] = []): void {
  site.write('index.html', `front ${round}`);
  for (const path of removed) rmSync(join(site.tree, path));
  site.release(NOW + round * 1_000, undefined, undefined, removed);
}

/** Serves the bare repository as hosts do, through git's own program for it. */
async function serveGit(onPush: () => number = () => 200): Promise<string> {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const status = pathname.endsWith('/git-receive-pack') ? onPush() : 200;
    if (status !== 200) {
      response.writeHead(status).end();
      return;
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: site.folder,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'publisher',
        PATH_INFO: pathname,
        QUERY_STRING: searchParams.toString(),
        REQUEST_METHOD: request.method ?? '',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', () => {
      const answer = Buffer.concat(parts);
      const end = answer.indexOf('\r\n\r\n');
      const headers = answer.subarray(0, end).toString().split('\r\n');
      for (const header of headers) {
        const [name = '', value = ''] = header.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(answer.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/site.git`;
}

describe('a branch of a git repository', () => {
  test('by path: one commit each time, by nobody, and nothing new is no commit', async () => {
    expect(await publish(bare)).toMatchObject({ state: 'published', first: true });
    expect(await faults()).toEqual([]);
    expect(readFileSync(join(checkOut(), '.nojekyll'), 'utf8')).toBe('');
    expect(await publish(bare)).toMatchObject({ state: 'same' });
    nextRelease(1);
    const { sent } = await publish(bare);
    expect(sent).toBeLessThan(20);
    expect(await faults()).toEqual([]);
    const nobody = 'Tamizdat publish@tamizdat.invalid 2026-11-22T11:00:00+00:00';
    expect(history('%an %ae %aI')).toEqual([nobody, nobody]);
    expect(history('%cn %ce %cI')).toEqual([nobody, nobody]);
  });

  test('over HTTP, from a machine that never saw it, without fetching what is there', async () => {
    const url = await serveGit();
    git('-C', bare, 'config', 'uploadpack.allowFilter', 'true');
    git('-C', bare, 'config', 'http.receivepack', 'true');
    await publish(url);
    nextRelease(1);
    expect(await publish(url, { work: 'another' })).toMatchObject({ state: 'published' });
    expect(await faults()).toEqual([]);
    expect(history('%s')).toHaveLength(2);
    const objects = git(
      '-C',
      join(site.folder, 'another/git'),
      'rev-list',
      '--objects',
      '--missing=print',
      'refs/mirror/fetched',
    );
    expect(objects).toMatch(/^\?/m);
  });

  test('without a history, on request and whenever something was taken down', async () => {
    await publish(bare);
    nextRelease(1);
    await publish(bare);
    expect(history('%s')).toHaveLength(2);
    nextRelease(2, ['ru/2026/11/1/page-1.html']);
    await publish(bare);
    expect(history('%s')).toHaveLength(1);
    expect(git('-C', bare, 'ls-tree', '-r', 'pages')).not.toContain('page-1.html');
    nextRelease(3);
    await publish(bare, { squash: true });
    expect(history('%s')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test('keeps files of others', async () => {
    const clone = join(site.folder, 'clone');
    git('clone', '--quiet', bare, clone);
    git('-C', clone, 'checkout', '--quiet', '-b', 'pages');
    writeFileSync(join(clone, 'CNAME'), 'one.example');
    git('-C', clone, 'add', '.');
    git('-C', clone, '-c', 'user.name=o', '-c', 'user.email=o@o.example', 'commit', '-qm', 'name');
    git('-C', clone, 'push', '--quiet', 'origin', 'pages');
    await publish(bare, { squash: true });
    expect(readFileSync(join(checkOut(), 'CNAME'), 'utf8')).toBe('one.example');
    expect(await faults()).toEqual([]);
  });

  test('is given back in a repair what a commit of somebody else altered or deleted, and nothing else', async () => {
    await publish(bare);
    const clone = checkOut();
    writeFileSync(join(clone, 'CNAME'), 'one.example');
    writeFileSync(join(clone, 'index.html'), 'theirs');
    rmSync(join(clone, 'media/0a.avif'));
    rmSync(join(clone, 'release/1.root.json'));
    symlinkSync('../index.html', join(clone, 'release/1.root.json'));
    git('-C', clone, 'add', '--all', '.');
    git(
      '-C',
      clone,
      '-c',
      'user.name=o',
      '-c',
      'user.email=o@o.example',
      'commit',
      '-qm',
      'theirs',
    );
    git('-C', clone, 'push', '--quiet', 'origin', 'pages');
    expect(await publish(bare)).toMatchObject({ state: 'same' });
    expect(await publish(bare, { repair: true })).toMatchObject({ state: 'published', sent: 3 });
    expect(await faults()).toEqual([]);
    expect(readFileSync(join(checkOut(), 'CNAME'), 'utf8')).toBe('one.example');
    expect(await publish(bare, { repair: true })).toMatchObject({ state: 'same', sent: 0 });
    expect(history('%s')).toHaveLength(3);
  });

  test('says what is wrong with a repository', async () => {
    await expect(publish(join(site.folder, 'none.git'))).rejects.toMatchObject({
      code: 'store-missing',
    });
    mkdirSync(join(bare, 'hooks'), { recursive: true });
    writeFileSync(join(bare, 'hooks/pre-receive'), '#!/bin/sh\necho too large\nexit 1\n', {
      mode: 0o755,
    });
    await expect(publish(bare)).rejects.toMatchObject({ code: 'store-refused' });
    rmSync(join(bare, 'hooks/pre-receive'));
    const url = await serveGit(() => 403);
    await expect(publish(url)).rejects.toMatchObject({ code: 'store-denied' });
  });

  test('is tried again where the host fails for a moment', async () => {
    let tries = 0;
    const url = await serveGit(() => (++tries < 3 ? 500 : 200));
    git('-C', bare, 'config', 'http.receivepack', 'true');
    expect(await publish(url)).toMatchObject({ state: 'published' });
    expect(await faults()).toEqual([]);
  });

  test('that is killed before its push has nothing, and then goes on', async () => {
    const url = await serveGit(() => 500);
    await expect(publish(url)).rejects.toMatchObject({ code: 'store-failed' });
    expect(git('-C', bare, 'branch', '--list')).toBe('');
    expect(await publish(bare)).toMatchObject({ first: true });
    expect(await faults()).toEqual([]);
  });
});

describe('a repository that a cache brought back', () => {
  const kept = (...path: string[]): string => join(site.folder, 'work/git', ...path);
  const packs = (): string[] =>
    readdirSync(kept('objects/pack')).filter((name) => name.endsWith('.pack'));

  test('is gone on with, and nothing of it is fetched twice', async () => {
    await publish(bare);
    const before = packs();
    expect(before.length).toBeGreaterThan(0);
    nextRelease(2);
    await publish(bare);
    expect(packs()).toEqual(expect.arrayContaining(before));
  });

  test('runs nobody’s commands and goes nowhere else', async () => {
    await publish(bare);
    const [mark, elsewhere] = [join(site.folder, 'ran'), join(site.folder, 'elsewhere.git')];
    git('init', '--quiet', '--bare', elsewhere);
    const run = `touch ${mark}; git`;
    writeFileSync(
      kept('config'),
      [
        '[core]\nrepositoryformatversion = 0\nbare = true',
        `sshCommand = "${run}"\nfsmonitor = "${run}"\nalternateRefsCommand = "${run}"`,
        `[remote "mirror"]\nuploadpack = "touch ${mark}; git-upload-pack"\nreceivepack = "touch ${mark}; git-receive-pack"`,
        `[credential]\nhelper = "!${run}"\n[url "${elsewhere}"]\npushInsteadOf = ${bare}\n`,
      ].join('\n'),
    );
    mkdirSync(kept('hooks'), { recursive: true });
    for (const hook of ['pre-push', 'reference-transaction'])
      writeFileSync(kept('hooks', hook), `#!/bin/sh\n${run} --version\n`, { mode: 0o755 });
    mkdirSync(kept('objects/info'), { recursive: true });
    writeFileSync(kept('objects/info/alternates'), `${elsewhere}/objects\n`);
    nextRelease(2);
    expect(await publish(bare)).toMatchObject({ state: 'published' });
    expect(existsSync(mark)).toBe(false);
    expect(git('-C', elsewhere, 'for-each-ref')).toBe('');
    expect(existsSync(kept('objects/info/alternates'))).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test.each(['commondir', 'config.worktree', 'objects', 'refs', ''])(
    'is none where a link stands in place of “%s”',
    async (name) => {
      await publish(bare);
      const elsewhere = join(site.folder, 'own.git');
      git('init', '--quiet', '--bare', elsewhere);
      writeFileSync(join(elsewhere, 'config.lock'), 'mine');
      const before = readdirSync(elsewhere, { recursive: true });
      rmSync(kept(name), { recursive: true, force: true });
      symlinkSync(join(elsewhere, name), kept(name));
      nextRelease(2);
      expect(await publish(bare)).toMatchObject({ state: 'published' });
      expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
      expect(await faults()).toEqual([]);
    },
  );

  test('is made anew where an object is not what its name says', async () => {
    await publish(bare);
    const aside = join(site.folder, 'packs');
    renameSync(kept('objects/pack'), aside);
    for (const name of readdirSync(aside).filter((each) => each.endsWith('.pack')))
      execFileSync('git', ['-C', kept(), 'unpack-objects', '-q'], {
        input: readFileSync(join(aside, name)),
      });
    const tree = git('-C', bare, 'rev-parse', 'pages^{tree}').trim();
    const forged = execFileSync('git', ['-C', kept(), 'hash-object', '-w', '--stdin'], {
      input: 'forged',
      encoding: 'utf8',
    });
    const entries = Buffer.concat([
      execFileSync('git', ['-C', bare, 'cat-file', 'tree', tree]),
      Buffer.from('100644 zz-forged.html\0'),
      Buffer.from(forged.trim(), 'hex'),
    ]);
    const file = kept('objects', tree.slice(0, 2), tree.slice(2));
    rmSync(file);
    writeFileSync(
      file,
      deflateSync(Buffer.concat([Buffer.from(`tree ${entries.length}\0`), entries])),
    );
    nextRelease(3);
    expect(await publish(bare)).toMatchObject({ state: 'published' });
    expect(git('-C', bare, 'ls-tree', '--name-only', 'pages')).not.toContain('zz-forged.html');
    expect(await faults()).toEqual([]);
  });
});
