import { defineCommand } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { openMirrorList } from './mirror-list.ts';
import { promoteMirror, type Promoted } from './promote.ts';

export default defineCommand({
  meta: {
    name: 'promote',
    description:
      'Announce a reserve mirror: move it from the list in TAMIZDAT_RESERVE into content/mirrors.yaml. Its address is written there and printed nowhere. Exit codes: 0 moved, 1 nothing was changed, 2 usage.',
  },
  args: {
    mirror: {
      type: 'positional',
      description: 'The reserve mirror as output calls it, such as reserve-1',
      required: true,
    },
    name: {
      type: 'string',
      description:
        'Name to announce it under (default: that of its list, which everybody can read then)',
      valueHint: 'name',
    },
    content: contentArgument,
    'dry-run': { type: 'boolean', description: 'Change nothing', default: false },
    json: { type: 'boolean', description: 'Print what was done as JSON', default: false },
  },
  async run({ args }) {
    const dryRun = args['dry-run'];
    const list = await openMirrorList(args.content);
    const promoted = promoteMirror(list, args.mirror, args.name, dryRun);
    const next = listNext(promoted);
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ ...promoted, dryRun, next }, undefined, 2)}\n`
        : describe(promoted, next, dryRun),
    );
  },
});

const PUBLIC =
  'Once this is pushed its address is public, and stays so: in the repository’s history, in readers’ lists, in caches.';

function describe(promoted: Promoted, next: readonly string[], dryRun: boolean): string {
  const { mirror, wasAnnounced, reserve } = promoted;
  const would = dryRun ? 'Would be done: ' : '';
  const announced = wasAnnounced
    ? `${mirror} stands in content/mirrors.yaml already.`
    : `${would}${mirror} is put at the end of content/mirrors.yaml.`;
  const taken = reserve === 'file' ? [`${would}it is taken out of the reserve file.`] : [];
  const steps = next.map((step, at) => `  ${at + 1}. ${step}`);
  return `${[announced, ...taken, PUBLIC, 'Next:', ...steps].join('\n')}\n`;
}

function listNext({ mirror, reserve, lines, isExplained, left }: Promoted): string[] {
  const where = lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines.join('–')}`;
  return [
    ...(reserve === 'secret'
      ? [`Take ${mirror} out of the secret TAMIZDAT_RESERVE yourself: ${where} of it.`]
      : []),
    ...(isExplained
      ? [
          `Look at the comment above ${where === '' ? 'it' : where} of the reserve list: it was kept, and may have been about this mirror.`,
        ]
      : []),
    'Commit content/mirrors.yaml.',
    'Sign the list: “tamizdat mirrors sign dist --keys <folder>”, then “tamizdat publish”. The page of mirrors follows with the next build and release.',
    left === 0
      ? 'Make new reserve mirrors: none is left.'
      : `Reserve mirrors behind it have moved up; ${left} ${left === 1 ? 'is' : 'are'} left. docs/mirrors.md says how many it takes.`,
  ];
}
