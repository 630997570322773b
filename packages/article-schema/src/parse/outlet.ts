import { OUTLET_FIELDS } from '../fields/outlet-fields.ts';
import { inOrder } from '@tamizdat/problem';
import { outletRules } from '../rules/outlet-rules.ts';
import { OutletSchema, type Outlet } from '../schema/outlet.ts';
import { misleadingFields } from '../text/misleading-link.ts';
import { plainTextProblems } from '../text/plain-texts.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { plainYaml } from './plain-yaml.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** Parses `outlet.yaml`, untrusted. Never throws. */
export function parseOutlet(text: string, context: ParseContext): Parsed<Outlet> {
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
  if (hasError(problems) || record.value === undefined) return { problems };
  return { value: record.value, problems };
}
