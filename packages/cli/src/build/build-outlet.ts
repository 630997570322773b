import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildClock, type Content } from '@tamizdat/archive';
import { renderTree } from '@tamizdat/builder';
import { publishTree, recoverTree, stampTree } from '@tamizdat/tree';
import { compiledTemplates } from '../repository/folders.ts';
import { announce } from './announce.ts';
import { forgetBuild, loadBuild, saveBuild } from './build-record.ts';
import { checkOutput } from './check-output.ts';
import { compileTemplates, digestKit } from './compiled-templates.ts';
import { digestContent } from './content-digest.ts';
import { describeBuild } from './describe-build.ts';
import { readContent } from './read-content.ts';
import { withRendered } from './rendered-folder.ts';

export interface BuildOptions {
  /** Folder of the content, absolute. */
  content: string;
  /** Folder the finished tree is written to, absolute. */
  out: string;
  /** Folder of what a build remembers, absolute. */
  state: string;
  /** Folder of the kept derivatives of images, absolute. */
  media: string;
  /** The clock is computed for this moment; RFC 3339. */
  now: string;
  /** Show drafts and what is yet to come, marked. */
  preview: boolean;
  /** Build anew even if nothing changed. */
  force: boolean;
}

/** Files of the tree that a build leaves alone. */
const KEPT = ['release'];

/**
 * Checks the content, computes the clock, renders the site, checks what was rendered, and makes the tree exactly that.
 * Tells on standard error what it does and what is wrong.
 * @returns whether the tree is that of the content now. Otherwise it is the last good one.
 */
export async function buildOutlet(options: BuildOptions): Promise<boolean> {
  return withRendered(options.state, async (rendered) => {
    const folders = {
      from: rendered,
      to: options.out,
      journal: path.join(options.state, 'publish'),
    };
    // First, because the content may have errors and a half-renamed tree would stand until they are mended.
    await recoverTree(folders);
    announce('Reading the content');
    const kit = digestKit();
    const content = await readContent(options.content, options.now, { ...options, kit });
    if (!content) return false;
    const clock = buildClock({ ...content, fronts: content.fronts.values() }, options.now);
    const inputs = digestInputs(options, content, clock, kit);
    if (!options.force && isBuilt(options, inputs)) {
      announce(`Nothing changed since the last build, as of ${clock}`);
      return true;
    }
    if (!(await compileTemplates(kit))) return false;
    announce(`Building the site as of ${clock}`);
    if (!(await render(options, content, clock, rendered))) return false;
    announce('Checking the tree');
    const described = describeBuild(content, clock, options.preview);
    if (!(await checkOutput(rendered, described.origin))) return false;

    announce(`Writing ${path.relative(process.cwd(), options.out) || options.out}`);
    // From here on until it is written anew, nothing is known of the tree: a run may be killed on the way.
    forgetBuild(options.out, options.state);
    const { written, unchanged, deleted } = await publishTree({ ...folders, keep: KEPT });
    const files = stampTree(options.out, KEPT);
    saveBuild(options.out, { ...described, inputs, files }, options.state);
    announce(`Done: ${written} files written, ${deleted} deleted, ${unchanged} unchanged`);
    return true;
  });
}

/** Says of a template that fails what it said: it is a fault of the kit, and a page is never left out for it. */
async function render(
  { content: contentFolder, media, preview }: BuildOptions,
  content: Content,
  clock: string,
  out: string,
): Promise<boolean> {
  try {
    await renderTree({
      templates: compiledTemplates,
      settings: { contentFolder, mediaFolder: media, clock, preview },
      content,
      out,
      threads: availableParallelism(),
    });
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The site was not built: ${said}\n`);
    return false;
  }
}

/** Everything that the bytes of a tree depend on. */
function digestInputs(
  { preview }: BuildOptions,
  { digests }: Content,
  clock: string,
  kit: string,
): string {
  // The keys' folder remembers releases, which no page shows.
  const inputs = [digestContent(digests, 'keys'), clock, String(preview), kit];
  return createHash('sha256').update(inputs.join('\n')).digest('hex');
}

/** Whether the tree is that of these inputs, and nobody touched it. */
function isBuilt({ state, out }: BuildOptions, inputs: string): boolean {
  const last = existsSync(out) ? loadBuild(out, stampTree(out, KEPT), state) : undefined;
  return last !== undefined && last.record.inputs === inputs && last.changed.length === 0;
}
