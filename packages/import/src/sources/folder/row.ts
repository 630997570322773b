/** Fields of a file that another machine wrote: nothing is known of them. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The first of some fields that says something, whatever the case of its name. */
export function pick(row: Row, ...names: string[]): unknown {
  for (const name of names) {
    const key = Object.hasOwn(row, name)
      ? name
      : Object.keys(row).find((one) => one.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : row[key];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

/** A value as the text that somebody typed; empty for what is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  // Dates of TOML; its own class writes them as they stood.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return '';
}

/** A list, or one value as a list; texts in it. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean);

/** The fields below a name; none where there is something else. */
export function rowOf(row: Row, ...names: string[]): Row {
  const value = pick(row, ...names);
  return isRow(value) ? value : {};
}

/** How people say yes in front matter. */
export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || /^(?:true|yes|on|1)$/i.test(textOf(value));
export const isNo = (value: unknown): boolean =>
  value === false || value === 0 || /^(?:false|no|off|0|never)$/i.test(textOf(value));
