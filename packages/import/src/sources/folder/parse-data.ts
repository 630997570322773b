import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { isRow, type Row } from './row.ts';

export type DataKind = 'yaml' | 'toml' | 'json';

/** What a file of fields says. */
export interface Data {
  fields: Row;
  /** A strict reader would have refused it. */
  isMended: boolean;
}

/** Reads fields; undefined where nothing can be made of them. YAML is read leniently: archives are full of what strict readers refuse. */
export function parseData(text: string, kind: DataKind): Data | undefined {
  if (kind === 'yaml') return parseYaml(text);
  try {
    const value: unknown = kind === 'toml' ? parseToml(text) : JSON.parse(text);
    return isRow(value) ? { fields: value, isMended: false } : undefined;
  } catch {
    return undefined;
  }
}

function parseYaml(text: string): Data | undefined {
  if (text.trim() === '') return { fields: {}, isMended: false };
  const whole = strictly(text, true);
  if (isRow(whole)) return { fields: whole, isMended: false };
  // Of two with one name the later counts, as in the systems that took such files.
  const fields = strictly(text, false) ?? piecewise(text);
  return isRow(fields) ? { fields, isMended: true } : undefined;
}

/** Aliases that stand for others a hundred times over are a bomb. */
const ALIASES_MAX = 100;

function strictly(text: string, uniqueKeys: boolean): unknown {
  try {
    const document = parseDocument(text, { uniqueKeys, logLevel: 'silent', prettyErrors: false });
    return document.errors.length > 0
      ? undefined
      : (document.toJS({ maxAliasCount: ALIASES_MAX }) as unknown);
  } catch {
    return undefined;
  }
}

/** The beginning of a field that stands in no other. */
const FIELD = /^["']?([\p{L}_][\p{L}\p{N}_.-]{0,80})["']?:(?:\s|$)/u;

/** Field by field: one that is no YAML is the text that stands there, so that a colon in a headline costs no article. */
function piecewise(text: string): Row | undefined {
  const pieces: { name: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const name = FIELD.exec(line)?.[1];
    if (name !== undefined) pieces.push({ name, lines: [line] });
    else pieces.at(-1)?.lines.push(line);
  }
  if (pieces.length === 0) return undefined;
  return Object.fromEntries(
    pieces.map(({ name, lines }) => {
      const value = strictly(lines.join('\n'), false);
      return [name, isRow(value) ? value[name] : plainValue(lines)];
    }),
  );
}

function plainValue([first = '', ...rest]: readonly string[]): string {
  const begun = first
    .slice(first.indexOf(':') + 1)
    .trim()
    .replace(/^[|>][-+\d]?$/, '');
  const whole = [begun, ...rest.map((line) => line.trim())].filter(Boolean).join(' ');
  return /^(["']).{0,100000}\1$/s.test(whole) ? whole.slice(1, -1) : whole;
}
