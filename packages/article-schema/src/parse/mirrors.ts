import type { z } from 'zod';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { inOrder, isRecord } from '@tamizdat/problem';
import { baseAddress, isOnion } from '../rules/mirror-address.ts';
import { archiveRules } from '../rules/archive-rules.ts';
import { mirrorRules } from '../rules/mirror-rules.ts';
import { baseOfName } from '../rules/wildcard.ts';
import { wildcardOf } from '../rules/wildcard-rules.ts';
import {
  type ArchiveEntry,
  ArchiveEntrySchema,
  type MirrorEntry,
  MirrorEntrySchema,
  type MirrorPlace,
  MirrorPlaceSchema,
  MirrorsSchema,
  type Renewal,
} from '../schema/mirror.ts';
import type { ArchiveKind } from '../vocabulary.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { plainYaml } from './plain-yaml.ts';
import { rightFields } from './shape.ts';
import { parseYamlRecord } from './yaml-record.ts';

type Setting = 'kind' | 'folder' | 'repository' | 'branch' | 'squash' | 'remote' | 'compress';

/** A mirror, ready for use: its address in one form, and whether programs may use it. */
export interface Mirror extends Omit<MirrorEntry, 'address' | 'worker' | Setting> {
  /** Where its files are put. */
  place: MirrorPlace;
  /** The base address (packages/release/SPEC.md, 8.1): lower-case host, “/” at its end. Of a wildcard its first name's. */
  base: string;
  /** For a mirror that answers under every name of a domain: `https://*.example.net/`, which is shown to no reader. */
  wildcard?: string;
  /** Whether readers' programs may use it. */
  worker: boolean;
  /** Names of the torrents whose archive it holds, each a file's name; absent where there are none. */
  torrents?: string[];
}

/** One file that holds the whole site, ready for use. */
export interface Archive {
  name: string;
  kind: ArchiveKind;
  /** A whole path. */
  file: string;
  /** Names of the mirrors that hold a torrent's archive. */
  seeds: string[];
  /** Addresses of a torrent's trackers. */
  trackers: string[];
}

/** What a list of mirrors says. */
export interface ParsedMirrors extends Parsed<Mirror[]> {
  /** The archives that stand in the same file; none where something is wrong with it. */
  archives: Archive[];
  /** By what rules blocked names give way by themselves; absent where they do not. */
  renewal?: Renewal;
}

/** Parses a list of mirrors and archives, untrusted, in the order in which they stand. Never throws. */
export function parseMirrors(text: string, context: ParseContext): ParsedMirrors {
  const at = { file: problemFile(context), line: 1 };
  const record = parseYamlRecord(plainYaml(text), MirrorsSchema, MIRROR_FIELDS, at);
  const mirrors = rightEntries(record.data?.['mirrors'], MirrorEntrySchema);
  const given = rightEntries(record.data?.['archives'], ArchiveEntrySchema);
  const wrong = new Set(record.problems.map(({ field = '' }) => field.replace(/\[\d+\]$/, '')));
  const findings = [
    ...mirrorRules(mirrors, context.outlet),
    ...archiveRules(given, mirrors),
  ].filter(
    ({ code, path: [, at] }) =>
      // Names that are not right are there all the same.
      code !== 'mirror-names-missing' || !wrong.has(`mirrors[${String(at)}].names`),
  );
  const problems = inOrder([
    ...record.problems,
    ...findings.map((finding) => record.place(finding)),
  ]);
  if (hasError(problems) || record.value === undefined) return { problems, archives: [] };
  const archives = (record.value.archives ?? []).map(archiveOf);
  const value = record.value.mirrors.flatMap((entry) => mirrorOf(entry, archives));
  const { renewal } = record.value;
  return { value, archives, problems, ...(renewal === undefined ? {} : { renewal }) };
}

/** What is right of each entry, so that the rules speak of all of them at once. */
function rightEntries<Schema extends z.ZodObject>(
  entries: unknown,
  schema: Schema,
): Partial<z.output<Schema>>[] {
  return Array.isArray(entries)
    ? entries.map((entry) => (isRecord(entry) ? rightFields(schema, entry) : {}))
    : [];
}

const archiveOf = ({ seeds = [], trackers = [], ...rest }: ArchiveEntry): Archive => ({
  ...rest,
  seeds,
  trackers,
});

function mirrorOf(
  {
    address,
    worker,
    kind,
    folder,
    repository,
    branch,
    squash,
    remote,
    compress,
    ...rest
  }: MirrorEntry,
  archives: readonly Archive[],
): Mirror[] {
  const wildcard = wildcardOf({ address });
  const judged = wildcard === undefined ? baseAddress(address) : firstOf(wildcard, rest.names);
  if (!('base' in judged)) return [];
  const { base } = judged;
  const torrents = archives
    .filter(({ seeds }) => seeds.includes(rest.name))
    .map(({ file }) => file.split(/[/\\]/).at(-1) ?? file);
  return [
    {
      ...rest,
      base,
      place: MirrorPlaceSchema.parse({
        kind,
        folder,
        repository,
        branch,
        squash,
        remote,
        compress,
      }),
      ...(wildcard === undefined ? {} : { wildcard }),
      worker: worker ?? !isOnion(new URL(base).hostname),
      ...(torrents.length === 0 ? {} : { torrents }),
    },
  ];
}

/** Rules see to it that a wildcard has a name. */
const firstOf = (wildcard: string, [name]: readonly string[] = []): { base?: string } =>
  name === undefined ? {} : { base: baseOfName(wildcard, name) };
