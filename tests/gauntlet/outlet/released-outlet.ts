import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildOutlet } from '@tamizdat/cli/build';
import { fingerprintOf, makeRelease } from '@tamizdat/release';
import { ONLINE_KEYS, ROOT_1 } from '@tamizdat/release/testing';
import type { Mirror } from '@tamizdat/verify';
import { buildPhoto } from '../../bench/corpus/photo.ts';
import { Random } from '../../bench/corpus/random.ts';
import { ContentFolder } from '../../pipeline/fixture/content-folder.ts';
import { OUTLET } from '../../pipeline/fixture/records.ts';
import type { Folders } from '../hosts/answer.ts';
import type { ReleaseName } from '../hosts/serving.ts';
import { KNOWN, NEW, writeKnown, writeNew } from './articles.ts';
import { baseOf, MIRRORS, MOVED, ORIGIN, USUAL_MIRRORS } from './names.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** Lines of `outlet.yaml` with which pages bring the worker. */
export const WORKER_SETTINGS = 'reader: { worker: true }\n';

/** The moment for which every state is built. */
const BUILT_FOR = '2026-11-22T12:00:00Z';
const DAY_MS = 86_400_000;

/** What is built, in this order. */
const TREES = ['old', 'former', 'newest'] as const;
type Tree = (typeof TREES)[number];

interface State {
  name: ReleaseName | undefined;
  tree: Tree;
  mirrors: readonly string[];
  /** Days before now at which it was signed. */
  daysAgo: number;
}

const usual = MIRRORS.slice(0, USUAL_MIRRORS);

/** One release after the other. Between last month's and the former lie more than are kept as former ones. */
const HISTORY: readonly State[] = [
  { name: 'month-old', tree: 'old', mirrors: usual, daysAgo: 29 },
  ...[22, 15, 8, 2].map((daysAgo) => ({
    name: undefined,
    tree: 'old' as const,
    mirrors: usual,
    daysAgo,
  })),
  { name: 'former', tree: 'former', mirrors: usual, daysAgo: 1 },
  { name: 'newest', tree: 'newest', mirrors: usual, daysAgo: 0 },
  // Two of four stay: a list that loses more than half is held until it is signed anew (SPEC 9.15).
  { name: 'moved', tree: 'newest', mirrors: [...usual.slice(0, 2), MOVED], daysAgo: 0 },
  { name: 'former-of-ten', tree: 'former', mirrors: MIRRORS, daysAgo: 0 },
  { name: 'newest-of-ten', tree: 'newest', mirrors: MIRRORS, daysAgo: 0 },
];

/**
 * Builds one small outlet in three states and signs them as a history of releases, the last one now.
 *
 * @param folder Where all of it is written, absolute.
 * @param settings Further lines of `outlet.yaml`.
 * @throws where a build fails
 */
export async function releaseOutlet(folder: string, settings = ''): Promise<Folders> {
  const content = new ContentFolder(path.join(folder, 'content'));
  await content.fill();
  const origin = baseOf(ORIGIN).slice(0, -1);
  const outlet = OUTLET.replace('https://sample.example', origin);
  content.write('outlet.yaml', `${outlet}rootFingerprint: ${fingerprintOf(ROOT_1)}\n${settings}`);
  content.write('mirrors.yaml', writeMirrors());
  const photos = new Random(23);
  const addPhoto = async (article: string): Promise<void> => {
    content.write(`articles/${article}/photo.jpg`, await buildPhoto(photos));
  };
  await addPhoto(KNOWN.folder);
  const trees = path.join(folder, 'trees');
  for (const [state, tree] of TREES.entries()) {
    content.writeArticle(writeKnown(state));
    if (tree === 'newest') {
      content.writeArticle(writeNew());
      await addPhoto(NEW.folder);
    }
    await build(folder, content.root);
    cpSync(path.join(folder, 'dist'), path.join(trees, tree), { recursive: true });
  }
  const now = Date.now();
  const releases = HISTORY.map((state, place) => {
    const into = path.join(folder, 'releases', state.name ?? String(place));
    cpSync(path.join(trees, state.tree), into, { recursive: true });
    sign(state, into, path.join(folder, 'history'), now - state.daysAgo * DAY_MS);
    return [state.name, into] as const;
  });
  return Object.fromEntries(releases) as Folders;
}

/** The usual mirrors, as pages and the worker's script know them; how they are published to is nobody's business here. */
const writeMirrors = (): string =>
  `mirrors:\n${usual
    .map(
      (name) =>
        `  - { name: ${name.split('.')[0] ?? ''}, address: ${baseOf(name)}, kind: copied }\n`,
    )
    .join('')}`;

async function build(folder: string, content: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const built = await buildOutlet({
    content,
    out: path.join(folder, 'dist'),
    state: path.join(folder, 'state'),
    media: path.join(repository, '.cache/media'),
    now: BUILT_FOR,
    preview: false,
    force: false,
  });
  if (!built) throw new Error('the outlet of the gauntlet could not be built');
}

function sign(state: State, tree: string, history: string, now: number): void {
  makeRelease({
    tree,
    state: history,
    roots: [ROOT_1],
    keys: ONLINE_KEYS,
    now,
    clock: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    origin: baseOf(ORIGIN),
    mirrors: state.mirrors.map((name) => announce(name)),
  });
}

const announce = (name: string): Mirror => ({
  base: baseOf(name),
  name,
  languages: [],
  worker: true,
});
