import type { Problem } from './problem.ts';

/** The way to a value inside a file: field names and list positions, as zod gives them. */
export type FieldPath = readonly (string | number)[];

/** Where a problem is in a file: 1-based line and column, length on that line in UTF-16 code units. */
export interface Span {
  line: number;
  column: number;
  length?: number;
}

/** A problem that knows its field but not yet its line; checks stay pure and need no positions. */
export interface Finding extends Pick<
  Problem,
  'code' | 'message' | 'remedy' | 'found' | 'why' | 'example' | 'ru'
> {
  severity?: Problem['severity'];
  counted?: true;
  path: FieldPath;
  /** Whether the field's name or its value is to be pointed at; the value where absent. */
  at?: 'key' | 'value';
}

/** `['corrections', 0, 'text']` as `corrections[0].text`. */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** A finding at its place. */
export function placeFinding(finding: Finding, file: string, span: Span): Problem {
  const { code, path, severity = 'error', message, remedy, found, why, example, ru } = finding;
  const { counted } = finding;
  return {
    code,
    severity,
    ...(counted && { counted }),
    file,
    ...span,
    ...(path.length === 0 ? {} : { field: fieldName(path) }),
    ...(found === undefined ? {} : { found }),
    message,
    ...(why === undefined ? {} : { why }),
    remedy,
    ...(example === undefined ? {} : { example }),
    ru,
  };
}
