import { DEFAULT_SAMPLE } from '@tamizdat/mirrors/watch';
import type { Scope } from '@tamizdat/release';
import type { ParsedArgs } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { historyArgument } from './history-place.ts';

/** What `tamizdat watch` takes. */
export const args = {
  mirrors: {
    type: 'positional',
    description:
      'Addresses, or names of announced and reserve mirrors, or “reserve” for all of these (default: all mirrors)',
    valueHint: 'address or name…',
    required: false,
  },
  root: {
    type: 'string',
    description:
      'Who the publisher is: the file of its first root, or its fingerprint (default: TAMIZDAT_ROOT, then the outlet that releases here)',
    valueHint: 'file or fingerprint',
  },
  content: contentArgument,
  sample: {
    type: 'string',
    description: `Files judged of each mirror, chosen at random (default: ${DEFAULT_SAMPLE})`,
    valueHint: 'number',
  },
  full: { type: 'boolean', description: 'Judge every file of each mirror', default: false },
  proxy: {
    type: 'string',
    description:
      'Look through a proxy, such as one inside the country: socks5://… or http://… (default: TAMIZDAT_PROXY)',
    valueHint: 'address',
  },
  interval: {
    type: 'string',
    description: 'Look again and again, so often: 10m, 1h',
    valueHint: 'time',
  },
  html: { type: 'string', description: 'Write a status page', valueHint: 'file' },
  history: historyArgument,
  hook: {
    type: 'string',
    description:
      'Run when a mirror’s state changes, with TAMIZDAT_MIRROR, TAMIZDAT_STATE, TAMIZDAT_FORMER and TAMIZDAT_REASONS set; with --renew also at each look after which something is left to a person (TAMIZDAT_STATE=asked)',
    valueHint: 'command',
  },
  renew: {
    type: 'string',
    description:
      'Give up names of the list that are blocked, bring the next ones, sign the list for this released tree and publish it, by the rules in content/mirrors.yaml (docs/addresses.md)',
    valueHint: 'folder',
  },
  keys: {
    type: 'string',
    description:
      'With --renew: folder of the keys, or of root.json alone where the keys stand in the environment',
    valueHint: 'folder',
  },
  'dry-run': {
    type: 'boolean',
    description: 'With --renew: say what would be done, and change nothing',
    default: false,
  },
  json: { type: 'boolean', description: 'Print what was found as JSON', default: false },
} as const;

export type Options = ParsedArgs<typeof args>;

/** How much of each mirror is judged. @throws UsageError */
export function parseScope({ sample, full }: Pick<Options, 'sample' | 'full'>): Scope {
  if (full && sample !== undefined) throw new UsageError('--sample or --full, not both.');
  if (full) return { kind: 'all' };
  const given = sample ?? String(DEFAULT_SAMPLE);
  if (/^[1-9]\d{0,4}$/.test(given))
    return { kind: 'sample', count: Number(given), random: Math.random };
  throw new UsageError(`--sample is a number of files such as 20, not “${given}”.`);
}

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
/** Less would be a burden for hosts that give their room away. */
const MIN_INTERVAL_MS = 30_000;

/** Reads `10m` as milliseconds. @throws UsageError */
export function parseInterval(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number = '', unit = 's'] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const interval = Number(number) * UNITS_MS[unit as keyof typeof UNITS_MS];
  if (interval >= MIN_INTERVAL_MS) return interval;
  throw new UsageError(`--interval is a time of at least 30s, such as 10m or 1h, not “${text}”.`);
}
