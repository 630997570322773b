import { rm } from 'node:fs/promises';
import path from 'node:path';
import { buildClock } from '@tamizdat/archive';
import { publishTree, recoverTree, stampTree } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { defaultContent, defaultTree, siteOutput, stateFolder } from '../repository/folders.ts';
import { readNowText } from '../clock/read-now.ts';
import { forgetBuild, saveBuild } from './build-record.ts';
import { digestFolder } from './content-digest.ts';
import { announce } from './announce.ts';
import { checkOutput } from './check-output.ts';
import { describeBuild } from './describe-build.ts';
import { readContent } from './read-content.ts';
import { runTurbo } from './run-turbo.ts';

export default defineCommand({
  meta: {
    name: 'build',
    description:
      'Build the site from the content into a tree of static files. Exit codes: 0 built, 1 the content has errors or the build failed (the last good tree is untouched), 2 usage.',
  },
  args: {
    content: {
      type: 'string',
      description: 'Folder of the content; content/ where none is named',
      valueHint: 'folder',
    },
    out: {
      type: 'string',
      description: 'Folder the finished tree is written to; dist/ where none is named',
      valueHint: 'folder',
    },
    preview: {
      type: 'boolean',
      description: 'Show drafts and what is yet to come, marked',
      default: false,
    },
    force: { type: 'boolean', description: 'Build anew even if nothing changed', default: false },
  },
  async run({ args }) {
    const content = args.content === undefined ? defaultContent : path.resolve(args.content);
    const tree = args.out === undefined ? defaultTree : path.resolve(args.out);
    process.exitCode = await buildOutlet({
      content,
      tree,
      preview: args.preview,
      force: args.force,
    });
  },
});

interface BuildOptions {
  content: string;
  tree: string;
  preview: boolean;
  force: boolean;
}

/** Checks the content, computes the clock, builds the site, checks what was built, and makes the tree exactly that. */
async function buildOutlet({ content, tree, preview, force }: BuildOptions): Promise<number> {
  const folders = { from: siteOutput, to: tree, journal: path.join(stateFolder, 'publish') };
  // First, because the content may have errors and a half-renamed tree would stand until they are mended.
  await recoverTree(folders);
  announce('Reading the content');
  const now = readNowText();
  const loaded = await readContent(content, now);
  if (!loaded) return 1;

  const clock = buildClock({ ...loaded, fronts: loaded.fronts.values() }, now);
  announce(`Building the site as of ${clock}`);
  const env = {
    TAMIZDAT_CLOCK: clock,
    TAMIZDAT_PROGRESS: process.stderr.isTTY ? '1' : '',
    TAMIZDAT_PREVIEW: preview ? '1' : '',
    TAMIZDAT_CONTENT: content === defaultContent ? '' : content,
    TAMIZDAT_CONTENT_DIGEST: content === defaultContent ? '' : await digestFolder(content),
  };
  // Turborepo restores a cached output into what is there: a file of the build before would be published again.
  await rm(siteOutput, { recursive: true, force: true });
  const code = await runTurbo(
    [
      'run',
      'build',
      '--filter=@tamizdat/site',
      '--output-logs=new-only',
      ...(force ? ['--force'] : []),
    ],
    env,
  );
  if (code !== 0) return 1;

  announce('Checking the tree');
  const described = describeBuild(loaded, clock, preview);
  if (!(await checkOutput(siteOutput, described.origin))) return 1;

  announce(`Writing ${path.relative(process.cwd(), tree) || tree}`);
  // From here on until it is written anew, nothing is known of the tree: a run may be killed on the way.
  forgetBuild(tree);
  const keep = ['release'];
  const { written, unchanged, deleted } = await publishTree({ ...folders, keep });
  saveBuild(tree, { ...described, files: stampTree(tree, keep) });
  announce(`Done: ${written} files written, ${deleted} deleted, ${unchanged} unchanged`);
  return 0;
}
