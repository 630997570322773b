import { type Scope } from '@tamizdat/release';
import type { ParsedArgs } from 'citty';
import { isStrictPath } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { proxyArgument } from '../mirror/proxy-argument.ts';

/** What `tamizdat verify` takes. @param memory Where what was seen is remembered, as it is called. */
export const argsOf = (memory: string) =>
  ({
    place: {
      type: 'positional',
      description: 'Folder with a copy of the site, or the address of a mirror',
      required: true,
    },
    root: {
      type: 'string',
      description:
        'Who the publisher is: the file of its first root, or its fingerprint in digits or words (default: TAMIZDAT_ROOT, then what was remembered)',
      valueHint: 'file or fingerprint',
    },
    sample: {
      type: 'string',
      description: 'Look at so many files, chosen at random',
      valueHint: 'number',
    },
    page: {
      type: 'string',
      description: 'Look at one file alone and print it as it was signed',
      valueHint: 'path',
    },
    all: { type: 'boolean', description: 'Look at every file (default)', default: false },
    strict: {
      type: 'boolean',
      description: 'Files of a folder that the release does not name are faults',
      default: false,
    },
    base: {
      type: 'string',
      description:
        'Address that stands in the feeds of a folder (default: the one noted by whoever published or pulled it)',
      valueHint: 'address',
    },
    proxy: proxyArgument,
    memory: {
      type: 'string',
      description: `Folder of the newest release seen of each outlet (default: ${memory})`,
      valueHint: 'folder',
    },
    json: { type: 'boolean', description: 'Print what was found as JSON', default: false },
  }) as const;

export type Options = ParsedArgs<ReturnType<typeof argsOf>>;

/** How much is looked at. @throws UsageError */
export function parseScope({ sample, page, all }: Options): Scope {
  const chosen = [sample !== undefined, page !== undefined, all].filter(Boolean);
  if (chosen.length > 1) throw new UsageError('One of --sample, --page and --all, not several.');
  if (page !== undefined) return { kind: 'page', path: parsePath(page) };
  if (sample === undefined) return { kind: 'all' };
  if (/^[1-9]\d{0,6}$/.test(sample))
    return { kind: 'sample', count: Number(sample), random: Math.random };
  throw new UsageError(`--sample is a number of files such as 20, not “${sample}”.`);
}

function parsePath(text: string): string {
  if (isStrictPath(text)) return text;
  throw new UsageError(
    `--page is a path from the root of the site, such as en/index.html, not “${text}”.`,
  );
}
