import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { compareProblems } from '../problem.ts';
import { baseAddress, isOnion } from '../rules/mirror-address.ts';
import { mirrorRules } from '../rules/mirror-rules.ts';
import { type MirrorEntry, MirrorEntrySchema, MirrorsSchema } from '../schema/mirror.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { plainYaml } from './plain-yaml.ts';
import { isRecord, rightFields } from './shape.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** A mirror, ready for use: its address in one form, and whether programs may use it. */
export interface Mirror extends Omit<MirrorEntry, 'address' | 'worker'> {
  /** The base address (packages/release/SPEC.md, 8.1): lower-case host, “/” at its end. */
  base: string;
  /** Whether readers' programs may use it. */
  worker: boolean;
}

/** Parses a list of mirrors, untrusted, in the order in which they stand. Never throws. */
export function parseMirrors(text: string, context: ParseContext): Parsed<Mirror[]> {
  const at = { file: problemFile(context), line: 1 };
  const record = parseYamlRecord(plainYaml(text), MirrorsSchema, MIRROR_FIELDS, at);
  const findings = mirrorRules(rightEntries(record.data), context.outlet);
  const problems = [...record.problems, ...findings.map((finding) => record.place(finding))].sort(
    compareProblems,
  );
  if (hasError(problems) || record.value === undefined) return { problems };
  return { value: record.value.mirrors.flatMap(mirrorOf), problems };
}

/** What is right of each entry, so that the rules speak of all of them at once. */
function rightEntries(data: Record<string, unknown> | undefined): Partial<MirrorEntry>[] {
  const entries = data?.['mirrors'];
  return Array.isArray(entries)
    ? entries.map((entry) => (isRecord(entry) ? rightFields(MirrorEntrySchema, entry) : {}))
    : [];
}

function mirrorOf({ address, worker, ...rest }: MirrorEntry): Mirror[] {
  const judged = baseAddress(address);
  if (!('base' in judged)) return [];
  const { base } = judged;
  return [{ ...rest, base, worker: worker ?? !isOnion(new URL(base).hostname) }];
}
