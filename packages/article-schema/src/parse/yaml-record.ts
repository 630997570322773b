import type { z } from 'zod';
import { findForbidden, firstHidden } from '../characters/forbidden.ts';
import type { FieldTable } from '../fields/notes.ts';
import {
  type FieldPath,
  type Finding,
  placeFinding,
  type Problem,
  type Span,
} from '@tamizdat/problem';
import { readYaml, type PlacedString, type YamlSource } from '../yaml/read-yaml.ts';
import { isRecord, shape, type Shaped } from './shape.ts';
import { findEscaped, normaliseStrings } from './strings.ts';

/** A YAML text held against a schema, before the rules between its fields. */
export interface YamlRecord<Value> extends Omit<Shaped<Value>, 'findings'> {
  problems: Problem[];
  /** The plain data; undefined where the YAML is broken. */
  data?: Record<string, unknown>;
  /** Puts a finding at its place in the file. */
  place: (finding: Finding) => Problem;
  /** A text among the values, with the places of its characters. */
  stringAt: (path: FieldPath) => PlacedString | undefined;
}

/** Reads untrusted YAML and holds it against a schema. `line` is the file's line on which it begins. */
export function parseYamlRecord<Schema extends z.ZodObject>(
  text: string,
  schema: Schema,
  table: FieldTable,
  at: { file: string; line: number },
): YamlRecord<z.output<Schema>> {
  const source = readYaml(text, at.file, at.line);
  const locate = (path: FieldPath, part?: 'key' | 'value'): Span => source.locate(path, part);
  const place = (finding: Finding): Problem =>
    placeFinding(finding, at.file, locate(finding.path, finding.at));
  const hidden = findForbidden(text, at.line).map(({ finding, span }) =>
    placeFinding(finding, at.file, span),
  );
  if (source.value === undefined) {
    const problems = [...source.problems, ...hidden];
    return { partial: {}, problems, place, stringAt: source.stringAt };
  }
  const data = normaliseStrings(source.value);
  const shaped = shape(schema, data, table);
  const escaped = hidden.length > 0 || !text.includes('\\') ? [] : findEscaped(data);
  const told = shaped.findings
    .map((finding) => place(asWritten(finding, source)))
    .filter((problem) => !isTold(problem, source.problems));
  const problems = [
    ...source.problems,
    ...hidden,
    ...told,
    ...escaped.map((finding) => placeEscaped(finding, source, at.file)),
  ];
  const { stringAt } = source;
  return { ...shaped, problems, place, stringAt, ...(isRecord(data) ? { data } : {}) };
}

/** An escaped character is pointed at where it stands in the value. */
function placeEscaped(finding: Finding, source: YamlSource, file: string): Problem {
  const text = finding.at === 'key' ? undefined : source.stringAt(finding.path);
  const offset = text === undefined ? undefined : firstHidden(text.value)?.offset;
  const span = offset === undefined ? undefined : text?.spanOf(offset);
  return placeFinding(finding, file, span ?? source.locate(finding.path, finding.at));
}

/** A value that is empty, or no list, because of what YAML made of it is told once, with the reason. */
const isTold = ({ code, line }: Problem, told: readonly Problem[]): boolean =>
  REASONS.some(
    ([result, reason]) =>
      result.test(code) && told.some((other) => other.line === line && reason.test(other.code)),
  );

const REASONS: readonly [RegExp, RegExp][] = [
  [/-empty$/, /^yaml-(?:value-is-comment|null-word)$/],
  [/-wrong-type$/, /^yaml-dash-space$/],
];

/** A number that belongs in quotes is shown as it was written, not as it was understood: 007, not 7. */
function asWritten(finding: Finding, source: YamlSource): Finding {
  const { code, found, example, path } = finding;
  const written = code.endsWith('-wrong-type') ? source.written(path) : undefined;
  if (written === undefined || found === undefined || example === undefined) return finding;
  return { ...finding, found: written, example: example.replace(`"${found}"`, `"${written}"`) };
}
