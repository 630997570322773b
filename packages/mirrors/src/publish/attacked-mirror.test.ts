import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildTree, nodePath, readRecords } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import type { Store } from '../kinds/store.ts';
import { GRACE_MS } from '../limits.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror, type PublishOptions } from './publish-mirror.ts';
import { listFaults, readAsReader } from '../../testing/reading.ts';
import { encodeStatus, parseStatus, type Status } from './status.ts';

/** Mirrors that lost something, that lie, and that somebody else publishes to. */

const BASE = 'https://one.example/f/';

let site: SampleSite;
let mirror: string;

beforeEach(async () => {
  site = new SampleSite();
  site.release();
  mirror = join(site.folder, 'mirror');
  await publish();
});

afterEach(() => {
  site.remove();
});

const publish = (
  given: Partial<PublishOptions> = {},
  store: Store = openFolderStore(mirror),
  tree = site.tree,
) =>
  publishMirror(store, loadLocalRelease(tree), {
    base: BASE,
    now: NOW,
    wait: () => Promise.resolve(),
    ...given,
  });

const at = (path: string): string => join(mirror, path);
const NOTE = 'release/published.json';

const readNote = (): Status => {
  const note = parseStatus(new Uint8Array(readFileSync(at(NOTE))));
  if (note === undefined) throw new Error('no note');
  return note;
};

const changeNote = (changes: Partial<Status>): void => {
  writeFileSync(at(NOTE), encodeStatus({ ...readNote(), ...changes }));
};

function nextRelease(round: number, removed: string[] = []): void {
  site.write('index.html', `front ${round}`);
  site.write(`ru/2026/11/22/new-${round}.html`, `new ${round}`);
  for (const path of removed) rmSync(join(site.tree, path));
  site.release(NOW + round * 1_000, undefined, undefined, removed);
}

/** Counts what a store is sent. */
function counting(store: Store): Store & { puts: string[] } {
  const puts: string[] = [];
  return {
    ...store,
    puts,
    put: (files) => {
      puts.push(...files.map(({ path }) => path));
      return store.put(files);
    },
  };
}

const PAGE = 'ru/2026/11/3/page-3.html';
const OTHER = 'ru/2026/11/4/page-4.html';

function harm(): void {
  rmSync(at(PAGE));
  appendFileSync(at(OTHER), '!');
  rmSync(
    at(
      `release/${readdirSync(at('release')).find((name) => name.endsWith('.snapshot.json')) ?? ''}`,
    ),
  );
}

describe('what a mirror has lost or altered', () => {
  test('is sent again on request, and nothing else', async () => {
    harm();
    expect(await publish()).toMatchObject({ state: 'same' });
    const planned = await publish({ repair: true, dryRun: true });
    expect(planned).toMatchObject({ state: 'planned', sent: 3 });
    const store = counting(openFolderStore(mirror));
    expect(await publish({ repair: true }, store)).toMatchObject({ state: 'published', sent: 3 });
    expect(store.puts).toEqual(expect.arrayContaining([PAGE, OTHER]));
    expect(await listFaults(mirror, BASE)).toEqual([]);
    expect(await publish({ repair: true })).toMatchObject({ state: 'same', sent: 0 });
    expect(await publish()).toMatchObject({ state: 'same' });
  });

  test.each([
    [
      'missing',
      () => {
        rmSync(at(NOTE));
      },
    ],
    [
      'not to be read',
      () => {
        writeFileSync(at(NOTE), '{"_type": "tamizdat-');
      },
    ],
    [
      'of an earlier form',
      () => {
        writeFileSync(at(NOTE), '{"_type":"tamizdat-published","spec":1}');
      },
    ],
    [
      'too long',
      () => {
        appendFileSync(at(NOTE), ' '.repeat(9_000_000));
      },
    ],
    [
      'not sure',
      () => {
        changeNote({ sure: false });
      },
    ],
  ])('is sent again by itself where the note is %s', async (_, break_) => {
    harm();
    break_();
    const store = counting(openFolderStore(mirror));
    expect(await publish({}, store)).toMatchObject({ state: 'published', sent: 3 });
    expect(await listFaults(mirror, BASE)).toEqual([]);
    expect(await publish()).toMatchObject({ state: 'same' });
  });

  test('is sent again where a copy by other means broke off half way', async () => {
    mirror = site.copy('copied');
    rmSync(at('ru/2026/11/5'), { recursive: true });
    rmSync(at('release/nodes'), { recursive: true });
    await publish();
    expect(await listFaults(mirror, BASE)).toEqual([]);
    expect(await readAsReader(mirror, BASE)).toEqual({ number: 1, lost: [] });
  });

  test('does not keep what was taken down, whatever the note lost', async () => {
    nextRelease(1);
    await publish();
    const held = readdirSync(at('release/files'));
    expect(held.length).toBeGreaterThan(1);
    nextRelease(2, [PAGE]);
    rmSync(at(NOTE));
    rmSync(at('release/bundle.json'));
    appendFileSync(at('release/bundle.json'), '{}');
    await publish();
    expect(existsSync(at(PAGE))).toBe(false);
    for (const name of held) expect(existsSync(at(`release/files/${name}`)), name).toBe(false);
    expect(await listFaults(mirror, BASE)).toEqual([]);
  });
});

describe('a note that lies', () => {
  test('of 40,000 releases that were begun costs nothing, and the mirror is published to', async () => {
    const tree = (number: number) => ({
      number: 1,
      root: number.toString(16).padStart(64, '0'),
      level: 8,
    });
    const begun = Array.from({ length: 40_000 }, (_, number) => tree(number));
    const note = JSON.parse(readFileSync(at(NOTE), 'utf8')) as object;
    writeFileSync(at(NOTE), JSON.stringify({ ...note, complete: false, begun }));
    let reads = 0;
    const store = openFolderStore(mirror);
    const counted: Store = {
      ...store,
      read: (path, limit) => {
        reads++;
        return store.read(path, limit);
      },
    };
    expect(await publish({}, counted)).toMatchObject({ state: 'published' });
    expect(reads).toBeLessThan(30);
    expect(await listFaults(mirror, BASE)).toEqual([]);
  });

  test('deletes nothing that no signed tree named', async () => {
    mkdirSync(at('private'));
    for (const path of ['private/a.txt', 'private/b.txt']) writeFileSync(at(path), 'mine');
    const forged = buildTree(readRecords(mirror, ['private/a.txt']));
    for (const [hash, bytes] of forged.nodes) {
      mkdirSync(join(at(`release/${nodePath(hash)}`), '..'), { recursive: true });
      writeFileSync(at(`release/${nodePath(hash)}`), bytes);
    }
    changeNote({
      complete: false,
      release: { number: 0, root: forged.summary.root, level: 0 },
      leaving: [['private/b.txt', '2020-01-01T00:00:00.000Z']],
    });
    nextRelease(1);
    await publish({ now: NOW + 2 * GRACE_MS });
    for (const path of ['private/a.txt', 'private/b.txt'])
      expect(readFileSync(at(path), 'utf8')).toBe('mine');
  });

  test('cannot keep the outlet away for ever: what is signed counts on request', async () => {
    changeNote({ complete: false, begun: [{ number: 999, root: 'a'.repeat(64), level: 0 }] });
    await expect(publish()).rejects.toMatchObject({ code: 'mirror-newer' });
    expect(await publish({ repair: true })).toMatchObject({ state: 'published' });
    expect(await publish()).toMatchObject({ state: 'same' });
  });
});

describe('two machines, one after the other', () => {
  /** Lets another publication end right before the first thing is written, or right after. */
  function meeting(other: () => Promise<unknown>, when: 'before' | 'after' | 'between'): Store {
    const store = openFolderStore(mirror);
    let notes = 0;
    const once = async (): Promise<void> => {
      if (notes++ === 0) await other();
    };
    return {
      ...store,
      read: async (path, limit) => {
        const bytes = await store.read(path, limit);
        if (when === 'before' && path === 'release/bundle.json') await once();
        if (when === 'between' && path === NOTE && notes++ === 1) await other();
        return bytes;
      },
      put: async (files) => {
        if (when === 'after') await once();
        await store.put(files);
      },
    };
  }

  test.each(['before', 'between', 'after'] as const)(
    'what one published whole is not lost by the other, which read the note earlier (%s)',
    async (when) => {
      nextRelease(1, [PAGE]);
      const older = site.copy('older');
      nextRelease(2);
      const other = () => publish({}, undefined, older);
      await expect(publish({}, meeting(other, when))).rejects.toMatchObject({
        code: 'mirror-shared',
      });
      expect(await publish()).toMatchObject({ state: 'published' });
      expect(await listFaults(mirror, BASE)).toEqual([]);
      expect(existsSync(at(PAGE))).toBe(false);
      expect(await readAsReader(mirror, BASE)).toEqual({ number: 3, lost: [] });
    },
  );

  test('another release under the same number is refused, whatever the note says', async () => {
    const [state, yesterday] = [join(site.folder, 'state'), join(site.folder, 'yesterday')];
    cpSync(state, yesterday, { recursive: true });
    nextRelease(1);
    const one = site.copy('one');
    rmSync(state, { recursive: true });
    renameSync(yesterday, state);
    site.write('index.html', 'another front');
    site.release(NOW + 9_000);
    await publish({}, undefined, one);
    for (const break_ of [
      () => undefined,
      () => {
        rmSync(at(NOTE));
      },
    ]) {
      break_();
      for (const repair of [false, true])
        await expect(publish({ repair })).rejects.toMatchObject({ code: 'mirror-forked' });
    }
    expect(readFileSync(at('index.html'), 'utf8')).toBe('front 1');
  });
});
