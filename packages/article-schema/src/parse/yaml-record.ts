import type { z } from 'zod';
import { findForbidden } from '../characters/forbidden.ts';
import type { FieldTable } from '../fields/notes.ts';
import { placeFinding, type FieldPath, type Finding, type Problem, type Span } from '../problem.ts';
import { readYaml, type PlacedString } from '../yaml/read-yaml.ts';
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
  const problems = [...source.problems, ...hidden, ...[...shaped.findings, ...escaped].map(place)];
  const { stringAt } = source;
  return { ...shaped, problems, place, stringAt, ...(isRecord(data) ? { data } : {}) };
}
