import type { Mirror } from '@tamizdat/article-schema';
import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { openMirrorList } from './mirror-list.ts';
import { type Retired, retireMirror } from './retire.ts';

export default defineCommand({
  meta: {
    name: 'retire',
    description:
      'Announce a mirror no longer: take it out of content/mirrors.yaml, and say what is left to do. Nothing is deleted on the mirror. Exit codes: 0 taken out, 1 nothing was changed, 2 usage.',
  },
  args: {
    mirror: {
      type: 'positional',
      description: 'The mirror’s name in content/mirrors.yaml',
      required: true,
    },
    content: contentArgument,
    'dry-run': { type: 'boolean', description: 'Change nothing', default: false },
    json: { type: 'boolean', description: 'Print what was done as JSON', default: false },
  },
  async run({ args }) {
    const dryRun = args['dry-run'];
    const list = await openMirrorList(args.content);
    const retired = retireMirror(list, args.mirror, dryRun);
    const next = listNext(retired);
    const { mirror, ...rest } = retired;
    const { name, base: address, kind } = mirror;
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ mirror: name, address, kind, ...rest, dryRun, next }, undefined, 2)}\n`
        : describe(retired, next, dryRun),
    );
  },
});

/** Announced mirrors below which readers are soon without any (docs/mirrors.md). */
const ENOUGH = 3;

function describe({ mirror, lines }: Retired, next: readonly string[], dryRun: boolean): string {
  const where = lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines.join('–')}`;
  return `${[
    `${mirror.name} ${dryRun ? 'would be' : 'is'} taken out of content/mirrors.yaml (${where}): ${mirror.base}`,
    'Its address was public, and stays so: in the repository’s history, in the lists that readers and their programs hold, in caches and in other people’s copies.',
    'Next:',
    ...next.map((step, at) => `  ${at + 1}. ${step}`),
  ].join('\n')}\n`;
}

function listNext({ mirror, lines: [first], isExplained, left }: Retired): string[] {
  const host = new URL(mirror.base).hostname;
  return [
    ...(isExplained
      ? [
          `Look at the comment above line ${first}: it was kept, and may have been about this mirror.`,
        ]
      : []),
    'Commit content/mirrors.yaml.',
    'Sign the list without it: “tamizdat mirrors sign dist --keys <folder>”, then “tamizdat publish”. Until then readers’ programs go on asking it. The page of mirrors follows with the next build and release.',
    WHAT_TO_CLEAR[mirror.kind],
    `Use ${host} for no other mirror, least of all for one in reserve: whoever blocks it knows it. Keep a domain of your own registered for some years, or say in the open that it is no longer yours: who buys it can serve anything there.`,
    ...(left < ENOUGH
      ? [
          `Announce another one (“tamizdat mirror promote”): ${left === 0 ? 'none is left' : `${left} ${left === 1 ? 'is' : 'are'} left`}, and docs/mirrors.md says why it takes ${ENOUGH}.`,
        ]
      : []),
  ];
}

/** What is left on a mirror that is published to no longer: it grows stale, and is the outlet's still. */
const WHAT_TO_CLEAR: Readonly<Record<Mirror['kind'], string>> = {
  folder:
    'After a few days, when caches and open pages have let go of it, delete the folder and end its web server; what stays there grows out of date.',
  git: 'After a few days, when caches and open pages have let go of it, delete the branch or the repository; what stays there grows out of date.',
  rclone:
    'After a few days, when caches and open pages have let go of it, empty the store and close its account; what stays there grows out of date, and costs.',
  copied: 'Tell whoever copies it: their pull goes on until they end it.',
};
