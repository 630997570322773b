import { stringify } from 'yaml';

/** A field of a new file: its name, its value, and what it is for. */
export interface CommentedField {
  name: string;
  value: unknown;
  note: string;
  /** Whether it only stands there to be taken up. */
  optional?: boolean;
}

/** YAML of fields, each below a comment that says what it is for. */
export function commentedFields(fields: readonly CommentedField[]): string {
  return fields.map(fieldText).join('');
}

function fieldText({ name, value, note, optional }: CommentedField): string {
  const yaml = stringify({ [name]: value }, { lineWidth: 0, flowCollectionPadding: false });
  const shown = isWordList(value) ? `${name}: [${value.join(', ')}]\n` : yaml;
  return `# ${note}\n${optional === true ? shown.replaceAll(/^(?=.)/gm, '# ') : shown}`;
}

/** Ids stand on one line, as the sample content writes them. */
const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.every((word) => typeof word === 'string' && /^[a-z0-9-]+$/.test(word));
