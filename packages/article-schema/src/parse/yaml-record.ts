import type { z } from 'zod';
import { findForbidden, firstHidden } from '../characters/forbidden.ts';
import type { FieldTable } from '../fields/notes.ts';
import {
  type FieldPath,
  type Finding,
  isRecord,
  placeFinding,
  type Problem,
  type Span,
} from '@tamizdat/problem';
import { readYaml, type PlacedString, type YamlSource } from '../yaml/read-yaml.ts';
import { shape, type Shaped } from './shape.ts';
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

/** For records that are marked: what its schema allows and the strict one does not is counted, and no error. */
export interface Leniency<Schema extends z.ZodObject> {
  isMarked: (data: Record<string, unknown>) => boolean;
  /** Gives what the strict schema gives, for more. */
  schema: z.ZodObject<Schema['shape']> | z.ZodObject;
}

/** Reads untrusted YAML and holds it against a schema. `line` is the file's line on which it begins. */
export function parseYamlRecord<Schema extends z.ZodObject>(
  text: string,
  schema: Schema,
  table: FieldTable,
  at: { file: string; line: number; lenient?: Leniency<Schema> },
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
  const shaped = shapeLeniently(schema, data, table, at.lenient);
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

function shapeLeniently<Schema extends z.ZodObject>(
  schema: Schema,
  data: unknown,
  table: FieldTable,
  lenient: Leniency<Schema> | undefined,
): Shaped<z.output<Schema>> {
  const strict = shape(schema, data, table);
  if (strict.findings.length === 0 || lenient === undefined) return strict;
  if (!isRecord(data) || !lenient.isMarked(data)) return strict;
  const allowed = shape(lenient.schema, data, table) as Shaped<z.output<Schema>>;
  const isTold = (finding: Finding) =>
    allowed.findings.some(
      ({ code, path }) => code === finding.code && path.join('.') === finding.path.join('.'),
    );
  const counted = strict.findings
    .filter((finding) => !isTold(finding))
    .map((finding) => ({ ...finding, severity: 'warning', counted: true }) as const);
  return { ...allowed, findings: [...allowed.findings, ...counted] };
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
