import { createHash } from 'node:crypto';
import path from 'node:path';
import { buildClock, type Content, type ContentWalk, type KeptDigest } from '@tamizdat/archive';
import { listStamped, replaceTree, recoverTree } from '@tamizdat/tree';
import { announce } from './announce.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildSummary } from './build-outlet.ts';
import { type BuildRecord, forgetBuild, saveBuild } from './build-record.ts';
import { checkOutput } from './check-output.ts';
import { compileTemplates } from './compiled-templates.ts';
import { digestContent } from './content-digest.ts';
import { describeBuild } from './describe-build.ts';
import { readContent } from './read-content.ts';
import { saveRendering } from './kept-rendering.ts';
import { KEPT } from './kept-parts.ts';
import { knownRendering, loadLast, stampAnew } from './last-tree.ts';
import { renderSite } from './render-site.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { describeMadeOf } from '../stale/describe-made-of.ts';
import type { MadeOf } from '../stale/made-of.ts';
import { withRendered } from './rendered-folder.ts';
import { countWarnings, nothingChanged, READING } from './told.ts';
import { say } from '../language/say.ts';

/**
 * Checks the content, computes the clock, renders the site, checks what was rendered, and makes the tree exactly that. Only what
 * could differ is rendered: see `planRendering`. Tells on standard error what it does and what is wrong.
 * @param kit What `digestKit` gives.
 * @param walk What the content holds, where that was just listed.
 * @returns undefined where the tree is not that of the content now, but the last good one.
 */
export async function buildChanged(
  options: BuildOptions,
  kit: string,
  walk?: ContentWalk,
): Promise<BuildSummary | undefined> {
  return withRendered(options.state, async (rendered) => {
    const folders = {
      from: rendered,
      to: options.out,
      journal: path.join(options.state, 'publish'),
    };
    // First, because the content may have errors and a half-renamed tree would stand until they are mended.
    await recoverTree(folders);
    announce(READING);
    let files: KeptDigest[] = [];
    const kept = { ...options, kit, ...(walk && { walk }) };
    const content = await readContent(options.content, options.now, kept, (read) => {
      files = read;
    });
    if (!content) return undefined;
    const clock = buildClock({ ...content, fronts: content.fronts.values() }, options.now);
    const inputs = digestInputs(options, content, clock, kit);
    const last = options.force ? undefined : loadLast(options, KEPT);
    const seen = { now: options.now, kit, warnings: countWarnings(content.problems) };
    const ofContent = (): MadeOf => describeMadeOf(content, files, options);
    if (last?.record.inputs === inputs && last.changed.length === 0) {
      announce(nothingChanged(clock));
      saveSeen(options, { ...last.record, content: ofContent(), seen });
      return { rendered: 0, written: 0, deleted: 0 };
    }
    if (!(await compileTemplates(kit))) return undefined;
    announce(say({ en: `Building the site as of ${clock}`, ru: `Сайт собирается на ${clock}` }));
    const by = { kit, preview: options.preview };
    const site = await renderSite(
      options,
      { content, clock, into: rendered },
      last && knownRendering(options, by, last),
    );
    if (!site) return undefined;
    announce(say({ en: 'Checking the tree', ru: 'Проверяется дерево' }));
    const described = describeBuild(content, clock, options.preview);
    if (!(await checkOutput(rendered, described.origin, site.standingFiles))) return undefined;

    announce(
      say({
        en: `Writing ${path.relative(process.cwd(), options.out) || options.out}`,
        ru: `Записывается ${path.relative(process.cwd(), options.out) || options.out}`,
      }),
    );
    // From here on until it is written anew, nothing is known of the tree: a run may be killed on the way.
    forgetBuild(options.out, options.state);
    const { standing, record } = site;
    const { written, unchanged, deleted } = await replaceTree({
      ...folders,
      keep: KEPT,
      standing,
      isSpent: true,
      ...(last?.isPlain && { present: listStamped(last.stamps) }),
    });
    const rendering = saveRendering(options.out, options.state, by, record);
    const made = { content: ofContent(), seen, inputs, rendering };
    const stamps = stampAnew(options.out, site, last?.stamps);
    saveBuild(options.out, { ...described, ...made, files: stamps }, options.state);
    announce(
      say({
        en: `Done: ${written} files written, ${deleted} deleted, ${unchanged} unchanged`,
        ru: `Готово: записано файлов ${written}, удалено ${deleted}, без изменений ${unchanged}`,
      }),
    );
    return { rendered: site.rendered, written, deleted };
  });
}

/** Lets the next build know from stamps that nothing changed; without, it looks at everything as this one did. */
function saveSeen({ out, state }: BuildOptions, record: BuildRecord): void {
  try {
    saveBuild(out, record, state);
  } catch (error) {
    announce(
      say({
        en: `What this build saw is not kept: ${reasonOf(error)}`,
        ru: `То, что увидела эта сборка, не сохранено: ${reasonOf(error)}`,
      }),
    );
  }
}

/** Everything that the bytes of a tree depend on. */
export function digestInputs(
  { preview }: Pick<BuildOptions, 'preview'>,
  { digests }: Content,
  clock: string,
  kit: string,
): string {
  // The keys' folder remembers releases, which no page shows.
  const inputs = [digestContent(digests, 'keys'), clock, String(preview), kit];
  return createHash('sha256').update(inputs.join('\n')).digest('hex');
}
