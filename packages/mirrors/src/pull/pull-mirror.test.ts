import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listFolder } from '@tamizdat/release';
import { NOW, ONLINE_KEYS, ORIGIN, ROOT_1, SampleSite } from '@tamizdat/release/testing';
import { FINGERPRINT, SampleCopy } from '../../testing/sample-pull.ts';

const site = new SampleSite();
/** Copies of the site after each of its releases. */
const releases: string[] = [];
let copy: SampleCopy;

beforeAll(() => {
  site.release();
  releases.push(site.copy('one'));
  site.write('index.html', 'front 2');
  site.write('ru/feed.xml', `<feed>${ORIGIN}ru/ 2</feed>`);
  site.release();
  releases.push(site.copy('two'));
  site.write('index.html', 'front 3');
  site.write('ru/2026/11/22/new.html', 'new');
  site.release();
  releases.push(site.copy('three'));
});
afterAll(() => {
  site.remove();
});
beforeEach(() => {
  copy = new SampleCopy();
});
afterEach(() => {
  copy.remove();
});

const release = (number: number): string => releases[number - 1] ?? '';
const GENUINE = { exit: 0, findings: [], outside: [] };

describe('a pulled copy', () => {
  test('is a full mirror: the tree, and release/ with all that the source has', async () => {
    const pulled = await copy.pull(release(3));
    expect(pulled).toMatchObject({ exit: 0, isSwitched: true, from: undefined, to: 3 });
    expect(await copy.inspect()).toMatchObject(GENUINE);
    const list = (folder: string): string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
        .filter((path) => !/\/\d+\.(?:snapshot|targets)\.json$|release\/targets\//.test(path))
        .sort();
    expect(list(`${copy.served}/`)).toEqual(list(`${release(3)}/`));
  });

  test('is brought up to date by fetching only what changed', async () => {
    await copy.pull(release(2));
    const unchanged = statSync(join(copy.served, 'media/0a.avif')).ino;
    const pulled = await copy.pull(release(3));
    expect(pulled).toMatchObject({ exit: 0, from: 2, to: 3, taken: 92, fetched: { files: 2 } });
    const asked = pulled.asked
      .filter((path) => !path.startsWith('release/nodes/'))
      .map((path) => path.replace(/[0-9a-f]{64}/, '…'));
    // The source's own head is judged too, with what would be the next one's.
    expect(new Set(asked)).toEqual(
      new Set([
        'index.html',
        'release/1.root.json',
        'release/2.root.json',
        'release/3.snapshot.json',
        'release/3.targets.json',
        'release/4.snapshot.json',
        'release/4.targets.json',
        'release/bundle.json',
        'release/targets/….mirrors.json',
        'release/targets/….release.json',
        'release/timestamp.json',
        'ru/2026/11/22/new.html',
      ]),
    );
    expect(statSync(join(copy.served, 'media/0a.avif')).ino).toBe(unchanged);
    expect(await copy.inspect()).toMatchObject(GENUINE);
    expect(readdirSync(join(copy.folder, 'releases'))).toHaveLength(1);
  });

  test('can be read by everybody, whatever the umask, and files of former runs too', async () => {
    const modes = (): Set<string> => {
      const entries = readdirSync(copy.served, { recursive: true, withFileTypes: true });
      const inside = entries.map((entry) => join(entry.parentPath, entry.name));
      const all = [copy.folder, join(copy.folder, 'releases'), `${copy.served}/`, ...inside];
      return new Set(
        all
          .map((path) => lstatSync(path))
          .map(
            ({ mode }) => `${mode & 0o40_000 ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`,
          ),
      );
    };
    const former = process.umask(0o077);
    try {
      await copy.pull(release(2));
      expect(modes()).toEqual(new Set(['folder 755', 'file 644']));
      chmodSync(join(copy.served, 'media/0a.avif'), 0o600);
      await copy.pull(release(3));
    } finally {
      process.umask(former);
    }
    expect(modes()).toEqual(new Set(['folder 755', 'file 644']));
  });

  test('asks once where there is nothing new', async () => {
    await copy.pull(release(3));
    const pulled = await copy.pull(release(3));
    expect(pulled).toMatchObject({ exit: 0, isSwitched: false, asked: ['release/bundle.json'] });
    expect(existsSync(join(copy.folder, 'incoming'))).toBe(false);
  });

  test('keeps the metadata of the release before, for whoever read its timestamp (SPEC 11.3)', async () => {
    await copy.pull(release(2));
    await copy.pull(release(3));
    const names = readdirSync(join(copy.served, 'release'));
    expect(names).toEqual(
      expect.arrayContaining(['2.snapshot.json', '3.snapshot.json', '2.targets.json']),
    );
    expect(readdirSync(join(copy.served, 'release/targets'))).toHaveLength(3);
  });

  test('holds former bytes under their hash', async () => {
    await copy.pull(release(3));
    const contents = readdirSync(join(copy.served, 'release/files')).map((name) =>
      copy.read(`release/files/${name}`),
    );
    expect(contents).toEqual(expect.arrayContaining(['front', 'front 2', 'front 3', 'new']));
  });

  test('does without former bytes where they would take too much room', async () => {
    const bundle = readFileSync(join(release(3), 'release/bundle.json'), 'utf8');
    const { tree } = (JSON.parse(bundle) as { release: { tree: { bytes: number } } }).release;
    // Room for 'front 2' or 'front', and not for both.
    const maxBytes = tree.bytes + 8;
    expect(await copy.pull(release(3), { maxBytes })).toMatchObject({ exit: 0, to: 3 });
    const contents = readdirSync(join(copy.served, 'release/files')).map((name) =>
      copy.read(`release/files/${name}`),
    );
    expect(contents).toEqual(expect.arrayContaining(['front 3', 'new']));
    expect(contents.filter((text) => ['front', 'front 2'].includes(text))).toHaveLength(1);
  });

  test('has feeds at the origin’s address, or at its own', async () => {
    await copy.pull(release(3));
    expect(copy.read('ru/feed.xml')).toBe(`<feed>${ORIGIN}ru/ 2</feed>`);
    const base = 'https://volunteer.example/mirror/';
    const based = await copy.pull(release(3), { base });
    expect(based).toMatchObject({ isSwitched: true, fetched: { files: 1 } });
    expect(copy.read('ru/feed.xml')).toBe(`<feed>${base}ru/ 2</feed>`);
    expect(await copy.inspect(base)).toMatchObject(GENUINE);
    const contents = readdirSync(join(copy.served, 'release/files')).map((name) =>
      copy.read(`release/files/${name}`),
    );
    expect(contents).toContain(`<feed>${ORIGIN}ru/ 2</feed>`);
    expect(contents.join()).not.toContain(base);
    expect(await copy.pull(release(3))).toMatchObject({ isSwitched: true, fetched: { files: 1 } });
    expect(copy.read('ru/feed.xml')).toBe(`<feed>${ORIGIN}ru/ 2</feed>`);
  });

  test('is made from a mirror that has its own base address in its feeds', async () => {
    const pulled = await copy.pull(release(3), {
      tamper: (path, response, request) => {
        if (path !== 'ru/feed.xml') return false;
        response.end(`<feed>http://${request.headers.host ?? ''}/sub/ru/ 2</feed>`);
        return true;
      },
    });
    expect(pulled).toMatchObject({ exit: 0, byHash: 0 });
    expect(copy.read('ru/feed.xml')).toBe(`<feed>${ORIGIN}ru/ 2</feed>`);
  });

  test('is mended by a recheck where somebody changed it', async () => {
    await copy.pull(release(3));
    rmSync(join(copy.served, 'index.html'));
    writeFileSync(join(copy.served, 'index.html'), 'front X');
    writeFileSync(join(copy.served, 'ru/2026/11/1/page-1.html'), 'defaced');
    expect(await copy.pull(release(3))).toMatchObject({ isSwitched: false });
    expect(await copy.pull(release(3), { isRecheck: true })).toMatchObject({
      fetched: { files: 2 },
    });
    expect(await copy.inspect()).toMatchObject(GENUINE);
  });

  test('drops what was taken down, by its path and by its hash', async () => {
    const own = new SampleSite();
    own.write('ru/2026/11/22/secret.html', 'a name that must go');
    own.release();
    own.write('ru/2026/11/22/secret.html', 'a name that must go, with more');
    own.write('index.html', 'front with a name that must go');
    own.write('ru/list.html', 'a list with a name that must go');
    own.release();
    // What is taken down later stands in former bytes alone.
    own.write('index.html', 'front since');
    own.release();
    await copy.pull(own.tree);
    rmSync(join(own.tree, 'ru/2026/11/22/secret.html'));
    own.write('index.html', 'front without');
    own.write('ru/list.html', 'a list');
    own.release(NOW, ONLINE_KEYS, [ROOT_1], ['ru/2026/11/22/secret.html']);
    // A source that keeps what it should have dropped must not spread it.
    const former = join(copy.served, 'release/files');
    for (const name of readdirSync(former))
      writeFileSync(join(own.tree, 'release/files', name), readFileSync(join(former, name)));
    expect(await copy.pull(own.tree)).toMatchObject({ exit: 0, to: 4 });
    const texts = listFolder(copy.served).map((path) => copy.read(path));
    for (const name of readdirSync(join(copy.served, 'release/files')))
      texts.push(copy.read(`release/files/${name}`));
    expect(texts).toContain('front without');
    expect(texts.filter((text) => text.includes('a name that must go'))).toEqual([]);
    expect(await copy.inspect()).toMatchObject(GENUINE);
    own.remove();
  });

  test('goes on with what an earlier run had fetched, and believes none of it unseen', async () => {
    await copy.pull(release(1), {
      tamper: (path, response) => path === 'index.html' && !!response.writeHead(404).end(),
    });
    expect(existsSync(copy.served)).toBe(false);
    writeFileSync(join(copy.folder, 'incoming/ru/2026/11/1/page-1.html'), Buffer.alloc(1_400));
    const { fetched, exit } = await copy.pull(release(1));
    expect({ exit, fetched }).toMatchObject({ exit: 0, fetched: { files: 2 } });
    expect(await copy.inspect()).toMatchObject(GENUINE);
  });

  test('is made where an interrupted run of another tree left files for folders', async () => {
    await copy.pull(release(1), {
      tamper: (path, response) => path === 'index.html' && !!response.writeHead(404).end(),
    });
    rmSync(join(copy.folder, 'incoming/ru'), { recursive: true });
    writeFileSync(join(copy.folder, 'incoming/ru'), 'was a file');
    mkdirSync(join(copy.folder, 'incoming/index.html/folder'), { recursive: true });
    writeFileSync(join(copy.folder, 'incoming/index.html/folder/file'), '');
    expect(await copy.pull(release(1))).toMatchObject({ exit: 0 });
    expect(await copy.inspect()).toMatchObject(GENUINE);
  });

  test('is switched by one rename', async () => {
    await copy.pull(release(1));
    const before = readlinkSync(copy.served);
    await copy.pull(release(2));
    expect(readlinkSync(copy.served)).not.toBe(before);
    expect(readlinkSync(copy.served)).toMatch(/^releases\/2-signed$/);
  });

  test('says whose it is', async () => {
    await copy.pull(release(1));
    expect(readFileSync(join(copy.folder, 'mirror.json'), 'utf8')).toContain(FINGERPRINT);
  });
});
