import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BuildOptions } from '../build-options.ts';
import type { BuildSummary } from '../build-outlet.ts';
import { saveBuild } from '../build-record.ts';
import { watchOutlet } from './watch-outlet.ts';

const NOTHING: BuildSummary = { rendered: 0, written: 0, deleted: 0 };

let folder: string;
let options: BuildOptions;
let stop: AbortController;
let kit: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-watch-'));
  const [content, out, state, media] = ['content', 'dist', 'state', 'media'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  mkdirSync(path.join(content, 'articles/en/2026'), { recursive: true });
  mkdirSync(out);
  const now = '2026-11-22T12:00:00Z';
  options = { content, out, state, media, now, preview: false, force: true };
  [stop, kit, said] = [new AbortController(), 'kit', []];
  [brought, brings] = [[], () => Promise.resolve(undefined)];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const save = (file: string, text = 'saved'): void => {
  const place = path.join(options.content, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
};

/** Watches with builds that do these things one after the other, and stops in the last. */
async function follow(...builds: (() => BuildSummary | undefined | Promise<undefined>)[]) {
  const forced: boolean[] = [];
  const build = async ({ force }: BuildOptions): Promise<BuildSummary | undefined> => {
    const next = builds[forced.length];
    forced.push(force);
    if (forced.length === builds.length) stop.abort();
    return next?.();
  };
  const isStopped = await watchOutlet(() => options, {
    build,
    getReady: () =>
      Promise.resolve((_, saved) => {
        brought.push([...saved].sort());
        return brings();
      }),
    digestKit: () => kit,
    stop: stop.signal,
  });
  return { isStopped, forced };
}

/** What was brought into the tree before a build, and what that gives. */
let brought: string[][];
let brings: () => Promise<number | undefined>;

let acted = 0;

/** After everything that is under way: a save while nothing is built. */
const later = (act: () => void) => (): BuildSummary => {
  setTimeout(() => {
    acted += 1;
    act();
  }, 50);
  return NOTHING;
};

test('is built at first, by force where that is asked for, and once after each save', async () => {
  acted = 0;
  const { isStopped, forced } = await follow(
    later(() => {
      save('outlet.yaml');
    }),
    later(() => {
      save('articles/en/2026/11/22-new/index.md');
    }),
    later(() => {
      save('articles/en/2026/11/22-new/index.md', 'once more');
    }),
    later(() => {
      renameSync(path.join(options.content, 'outlet.yaml'), path.join(options.content, 'o.yaml'));
    }),
    () => NOTHING,
  );
  expect([isStopped, forced, acted]).toEqual([true, [true, false, false, false, false], 4]);
});

test('what is saved during a build is built afterwards, and many saves at once make one build', async () => {
  let [isSaved, wasSaved] = [false, false];
  await follow(
    () => {
      for (let number = 0; number < 20; number++) save(`${number}.txt`);
      return NOTHING;
    },
    () => {
      setTimeout(() => {
        isSaved = true;
        save('outlet.yaml');
      }, 300);
      return NOTHING;
    },
    () => {
      wasSaved = isSaved;
      return NOTHING;
    },
  );
  expect(wasSaved).toBe(true);
});

test('what fails is told, and the next save is built', async () => {
  const { forced } = await follow(
    () => {
      setTimeout(() => {
        save('outlet.yaml');
      }, 50);
      throw new Error('the disk is full of words');
    },
    () => {
      setTimeout(() => {
        save('outlet.yaml', 'mended');
      }, 50);
      return undefined;
    },
    () => NOTHING,
  );
  expect(forced).toHaveLength(3);
  expect(said.join('')).toContain('the disk is full of words');
});

test('an edge of the clock is built; one that is passed and could not be built waits for a save', async () => {
  mkdirSync(options.state, { recursive: true });
  const leave = (until: string): void => {
    const described = { clock: options.now, origin: 'https://pane.example/', preview: false };
    const content = { folder: '../content', until, files: [] };
    const files = new Map([['index.html', '1 2 3 4']]);
    saveBuild(options.out, { ...described, takenBack: {}, content, files }, options.state);
  };
  leave('2026-11-22T12:00:00.050Z');
  let [isSaved, wasSaved] = [false, false];
  const { forced } = await follow(
    () => NOTHING,
    () => {
      leave('2026-11-22T11:00:00Z');
      setTimeout(() => {
        isSaved = true;
        save('outlet.yaml');
      }, 200);
      return undefined;
    },
    () => {
      wasSaved = isSaved;
      return NOTHING;
    },
  );
  expect([forced.length, wasSaved]).toEqual([3, true]);
});

test('it ends where the kit changed, whose former modules are loaded', async () => {
  const { isStopped } = await follow(
    later(() => {
      kit = 'other';
      save('outlet.yaml');
    }),
    () => NOTHING,
  );
  expect(isStopped).toBe(false);
  expect(said.join('')).toContain('The kit has changed');
});

test('two that watch for one tree are one too many', async () => {
  let refused: unknown;
  await follow(async () => {
    const other = {
      ...{ build: () => Promise.resolve(NOTHING), digestKit: () => kit },
      getReady: () => Promise.reject(new Error('not asked')),
    };
    refused = await watchOutlet(() => options, { ...other, stop: stop.signal }).catch(
      (error: unknown) => error,
    );
    return undefined;
  });
  expect(refused).toMatchObject({ code: 'publish-locked' });
});

test('what was saved is brought first, by its names, and the build follows whatever comes of it', async () => {
  save('outlet.yaml');
  const saving = (...files: string[]) =>
    later(() => {
      for (const file of files) save(file);
    });
  brings = () => (brought.length === 1 ? Promise.resolve(3) : Promise.reject(new Error('full')));
  const { forced } = await follow(
    saving('outlet.yaml', 'articles/en/2026/a.md'),
    saving('outlet.yaml'),
    () => NOTHING,
  );
  expect(brought).toEqual([['articles/en/2026/a.md', 'outlet.yaml'], ['outlet.yaml']]);
  expect(forced).toHaveLength(3);
  expect(said.join('').match(/In place, files: 3\./g)).toHaveLength(1);
});

test('nothing is brought into a tree that is not that of the content', async () => {
  await follow(
    () => {
      setTimeout(() => {
        save('outlet.yaml');
      }, 50);
      return undefined;
    },
    () => NOTHING,
  );
  expect(brought).toEqual([]);
});
