import { availableParallelism } from 'node:os';
import type { Content } from '@tamizdat/archive';
import { renderTree, type RenderRecord, type RenderedTree } from '@tamizdat/builder';
import { listStamped, type StandingFiles, type TreeStamps } from '@tamizdat/tree';
import { reasonOf } from '../frame/explain-disk.ts';
import { openProgressLine, tellTimeLeft } from '../frame/progress-line.ts';
import { renderer } from '../repository/folders.ts';
import type { BuildOptions } from './build-options.ts';
import { say } from '../language/say.ts';

/** What is known of the tree that stands. */
export interface LastTree {
  /** What its rendering noted. */
  record: RenderRecord;
  /** Files that are not as the build left them. */
  changed: readonly string[];
  /** Every file as it stands. */
  stamps: TreeStamps;
}

export interface RenderedSite extends RenderedTree {
  /** The tree's files that stand, for its check. */
  standingFiles?: StandingFiles;
}

/**
 * Renders what is stale into a folder, or all where nothing is known of a last tree. Says of a template that fails what
 * it said: it is a fault of the kit, and a page is never left out for it.
 * @param leavesSearch See `renderTree`.
 * @returns undefined where a template failed
 */
export async function renderSite(
  { content: contentFolder, media, preview, out: tree }: BuildOptions,
  { content, clock, into }: { content: Content; clock: string; into: string },
  last: LastTree | undefined,
  leavesSearch = false,
): Promise<RenderedSite | undefined> {
  const line = openProgressLine(process.stderr, process.env);
  const begun = performance.now();
  try {
    const rendered = await renderTree({
      templates: renderer,
      settings: { contentFolder, mediaFolder: media, clock, preview },
      content,
      out: into,
      threads: availableParallelism(),
      leavesSearch,
      onProgress: (done, all) => {
        const left = tellTimeLeft(done, all, (performance.now() - begun) / 1000);
        line.show(
          say({
            en: `${done} of ${all} pages and other parts${left}`,
            ru: `страниц и других частей: ${done} из ${all}${left}`,
          }),
        );
      },
      ...(last && { before: { record: last.record, touched: new Set(last.changed) } }),
    });
    return last
      ? { ...rendered, standingFiles: listStanding(tree, last.stamps, rendered) }
      : rendered;
  } catch (error) {
    line.end();
    process.stderr.write(
      say({
        en: `The site was not built: ${reasonOf(error)}\n`,
        ru: `Сайт не собран: ${reasonOf(error)}\n`,
      }),
    );
    return undefined;
  } finally {
    line.end();
  }
}

function listStanding(
  folder: string,
  stamps: TreeStamps,
  { standing, gone }: RenderedTree,
): StandingFiles {
  const isStanding = new Set(standing);
  return {
    folder,
    files: listStamped(stamps).files.filter(({ path }) => isStanding.has(path)),
    gone,
  };
}
