import type { z } from 'zod';
import { OUTLET_FIELDS } from '../fields/outlet-fields.ts';
import { type Finding, inOrder } from '@tamizdat/problem';
import { outletRules } from '../rules/outlet-rules.ts';
import { OutletSchema, type Outlet } from '../schema/outlet.ts';
import { misleadingFields } from '../text/misleading-link.ts';
import { plainTextProblems } from '../text/plain-texts.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { plainYaml } from './plain-yaml.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** What came out of `outlet.yaml`. */
export interface ParsedOutlet extends Parsed<Outlet> {
  /** Of one with errors: what is right of it. */
  despite?: OutletDespiteErrors;
}

/** An outlet as far as it can be told. */
export interface OutletDespiteErrors {
  right: Partial<Outlet>;
  /** The fields of which nobody can say what they will be. */
  unknown: (keyof Outlet)[];
}

/** Parses `outlet.yaml`, untrusted. Never throws. */
export function parseOutlet(text: string, context: ParseContext): ParsedOutlet {
  const at = { file: problemFile(context), line: 1 };
  const record = parseYamlRecord(plainYaml(text), OutletSchema, OUTLET_FIELDS, at);
  const findings = [
    ...outletRules(record.partial, context.now),
    ...misleadingFields(record.partial),
  ];
  const problems = inOrder([
    ...record.problems,
    ...plainTextProblems(record),
    ...findings.map((finding) => record.place(finding)),
  ]);
  if (hasError(problems) || record.value === undefined)
    return { problems, despite: despiteErrors(record, findings) };
  return { value: record.value, problems };
}

/** A field that is not there is known to be left out, unless one is misspelt that may be meant for it. */
function despiteErrors(
  { partial: right, data }: { partial: Partial<Outlet>; data?: Record<string, unknown> },
  findings: readonly Finding[],
): OutletDespiteErrors {
  const fields = Object.entries(OutletSchema.shape) as [keyof Outlet, z.ZodType][];
  const names = new Set<string>(fields.map(([name]) => name));
  const isSpelt = data !== undefined && Object.keys(data).every((name) => names.has(name));
  const errors = findings.filter(({ severity = 'error' }) => severity === 'error');
  const wrong = new Set(errors.map(({ path }) => path[0]));
  const isKnown = (name: keyof Outlet, schema: z.ZodType): boolean =>
    data?.[name] === undefined
      ? isSpelt && schema.safeParse(undefined).success
      : right[name] !== undefined && !wrong.has(name);
  const unknown = fields.filter(([name, schema]) => !isKnown(name, schema)).map(([name]) => name);
  return { right, unknown };
}
