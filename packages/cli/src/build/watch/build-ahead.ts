import { lstatSync } from 'node:fs';
import path from 'node:path';
import { buildClock, type Content } from '@tamizdat/archive';
import { type ContentWalk, walkContent } from '@tamizdat/archive/unchanged';
import { checkTree, listStamped, replaceTree } from '@tamizdat/tree';
import type { BuildOptions } from '../build-options.ts';
import { loadRecord } from '../build-record.ts';
import { describeBuild } from '../describe-build.ts';
import { openKept } from '../kept-content.ts';
import { KEPT } from '../kept-parts.ts';
import { knownRendering } from '../last-tree.ts';
import { inspectWhole } from '../read-content.ts';
import { renderSite } from '../render-site.ts';
import { withRendered } from '../rendered-folder.ts';

/** What a process that watches knows of the content: what it holds, and what was saved since. */
interface Ahead {
  kit: string;
  walk: ContentWalk;
  /** Files that were saved since, as the disk spells them. */
  saved: ReadonlySet<string>;
}

/**
 * Gets ready to bring what is saved next into the tree that was just built: lists the content, and loads what a build of
 * nothing does not, once in a process.
 * @returns see {@link buildAhead}
 */
export async function getReady(options: BuildOptions, kit: string): Promise<Bring> {
  const { content } = options;
  const walk = walkContent(content, path.basename(content));
  const bring: Bring = (now, saved) => buildAhead(now, { kit, walk, saved });
  if (!isWarm) await bring(options, new Set());
  isWarm = true;
  return bring;
}

/** Brings files into the tree that were saved, as the disk spells them. */
export type Bring = (
  options: BuildOptions,
  saved: ReadonlySet<string>,
) => Promise<number | undefined>;

let isWarm = false;

/**
 * Brings what was saved into the tree before a whole build looks at everything: believes that nothing else changed, neither
 * in the content nor in the tree, and leaves the search as it is. Says nothing, and notes nothing: the build that has to
 * follow finds a tree in which some files are not as it knows them.
 * @returns how many files were written or taken away; undefined where that build has to do it, since files came or went, or
 *   something is wrong
 */
async function buildAhead(options: BuildOptions, ahead: Ahead): Promise<number | undefined> {
  const touched = listTouched(options.content, ahead);
  const record = loadRecord(options.out, options.state);
  if (touched === undefined || record === undefined) return undefined;
  const { kit, walk } = ahead;
  const by = { kit, preview: options.preview };
  const last = knownRendering(options, by, { record, changed: [], stamps: record.files });
  const content = last && (await readTouched(options, { kit, walk, touched }));
  if (content === undefined) return undefined;
  const clock = buildClock({ ...content, fronts: content.fronts.values() }, options.now);
  return withRendered(options.state, async (into) => {
    const site = await renderSite(options, { content, clock, into }, last, true);
    if (site?.standingFiles === undefined) return undefined;
    const { origin } = describeBuild(content, clock, options.preview);
    const problems = await checkTree(into, { origin, standing: site.standingFiles });
    if (problems.some(({ severity }) => severity === 'error')) return undefined;
    const { written, deleted } = await replaceTree({
      from: into,
      to: options.out,
      journal: path.join(options.state, 'publish'),
      keep: KEPT,
      standing: site.standing,
      isSpent: true,
      present: listStamped(record.files),
    });
    return written + deleted;
  });
}

/** Files that were saved and are of the content; undefined where one came or went. */
function listTouched(content: string, { walk, saved }: Ahead): Set<string> | undefined {
  const known = new Map(walk.files.map(({ path: name, onDisk }) => [onDisk, name]));
  const touched = new Set<string>();
  for (const onDisk of saved) {
    const name = known.get(onDisk);
    const isFile = lstatSync(path.join(content, onDisk), { throwIfNoEntry: false })?.isFile();
    if (name !== undefined && isFile === true) touched.add(name);
    // Folders are named with what is in them, and editors put files aside that begin with a dot, or are gone again.
    else if (name !== undefined || (isFile === true && !path.basename(onDisk).startsWith('.')))
      return undefined;
  }
  return touched;
}

/** The content with what was saved, unless that has errors. */
async function readTouched(
  { content, state, now }: BuildOptions,
  { kit, walk, touched }: { kit: string; walk: ContentWalk; touched: ReadonlySet<string> },
): Promise<Content | undefined> {
  const index = openKept(content, { state, kit });
  index.believeAllBut(touched);
  const { outlet, problems, ...rest } = await inspectWhole(content, now, index, walk);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return outlet === undefined || hasErrors ? undefined : { ...rest, outlet, problems };
}
