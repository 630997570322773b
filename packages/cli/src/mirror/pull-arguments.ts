import { DEFAULT_MAX_COPY_BYTES } from '@tamizdat/mirrors';
import type { ParsedArgs } from 'citty';
import { isBaseAddress } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { proxyArgument } from './proxy-argument.ts';

/** What `tamizdat mirror pull` takes. */
export const args = {
  from: {
    type: 'positional',
    description: 'Address of any mirror of the site',
    required: true,
  },
  folder: {
    type: 'positional',
    description: 'Folder to keep the copy in; serve its “current”',
    required: true,
  },
  root: {
    type: 'string',
    description:
      'Who the publisher is, the first time: the file of its first root, or its fingerprint in digits or words (default: TAMIZDAT_ROOT, then whose copy the folder holds)',
    valueHint: 'file or fingerprint',
  },
  base: {
    type: 'string',
    description:
      'Address of this copy: feeds, sitemaps, robots.txt and 404.html then point here instead of at the outlet’s own site (default: the one given the last time)',
    valueHint: 'address',
  },
  'max-size': {
    type: 'string',
    description: 'Room that the copy may take (default: 20G)',
    valueHint: 'size',
  },
  recheck: {
    type: 'boolean',
    description: 'Hash the whole copy again and mend what changed on this disk',
    default: false,
  },
  proxy: proxyArgument,
  json: { type: 'boolean', description: 'Print what came of it as JSON', default: false },
} as const;

export type Options = ParsedArgs<typeof args>;

/**
 * Reads the address of a mirror, with or without the slash at its end.
 * @throws UsageError
 */
export function parseBase(text: string): string {
  const given = text.endsWith('/') ? text : `${text}/`;
  const base = URL.canParse(given) ? new URL(given).href : '';
  if (isBaseAddress(base)) return base;
  throw new UsageError(
    `A mirror’s address is such as https://mirror.example/site/, without user, query or fragment, and not “${text}”.`,
  );
}

const UNITS = { '': 0, K: 10, M: 20, G: 30, T: 40 } as const;

/** Reads a size such as `20G` (powers of 1,024). @throws UsageError */
export function parseSize(text: string | undefined): number {
  if (text === undefined) return DEFAULT_MAX_COPY_BYTES;
  const [, number = '', unit = ''] = /^(\d{1,6})([KMGT]?)$/i.exec(text) ?? [];
  if (number !== '') return Number(number) * 2 ** UNITS[unit.toUpperCase() as keyof typeof UNITS];
  throw new UsageError(`--max-size is a size such as 500M or 20G, not “${text}”.`);
}
