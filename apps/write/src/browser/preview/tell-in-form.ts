import type { ToldProblem } from '@tamizdat/problem';
import type { DecapField } from '../../config/decap.ts';
import { fill } from '../../words/room-words.ts';
import type { RoomWords } from '../../words/words.ts';

/** What a writer is told who sees a form, not a file. */
export interface ToldInForm {
  text: string;
  /** A value that would be right; never a line of the file. */
  example?: string;
}

/** The parts of the check's sentences that are about a file. */
const FIELD_NAMED = /^Поле «[^»]+» \([^)]*\):? /u;
const DECLINE = / (?:Чтобы отклонить совет|To decline this advice)[^]*$/u;
const NO_FIELD: FormField = { hint: '', chosen: false };
const FIELD_BEFORE = /^(?:- )?\w+: (?=\S)/;
const QUOTED = /^(["'])(.*)\1$/;

/** What of a form’s field counts for what is said of it. */
export interface FormField {
  hint: string;
  /** Whether its value is chosen from a list. */
  chosen: boolean;
}

/** The fields of a form by their names as the schema’s notes have them: `sources[].title`. */
export function fieldsOfForm(
  fields: readonly DecapField[],
  prefix = '',
): readonly (readonly [string, FormField])[] {
  return fields.flatMap(({ name, widget, hint = '', fields: inner = [] }) => [
    [prefix + name, { hint, chosen: widget === 'select' || widget === 'relation' }] as const,
    ...fieldsOfForm(inner, `${prefix}${name}${widget === 'list' ? '[]' : ''}.`),
  ]);
}

/**
 * A problem in words for a form. The check speaks to those who write files: of fields by their names in the
 * file, with lines of it as examples. Pure.
 */
export function tellInForm(
  problem: ToldProblem,
  words: RoomWords,
  form: ReadonlyMap<string, FormField>,
): ToldInForm {
  const { code, field = '' } = problem;
  const example = field === '' ? problem.example : valueOf(problem.example);
  const name = field.replaceAll(/\[\d+\]/g, '[]');
  const { hint, chosen } = form.get(name) ?? form.get(name.replace(/\[\]$/, '')) ?? NO_FIELD;
  const own = words.told[code];
  if (own !== undefined) {
    return { text: code.startsWith('style-') ? `${own} ${declining(code, words)}` : own };
  }
  if (code.endsWith('-missing') && field !== '') {
    const text = `${chosen ? words.room.choose : words.room.fillIn} ${hint}`;
    return { text: text.trim(), ...exampleOf(chosen ? undefined : example) };
  }
  if (chosen) return { text: words.room.choose };
  const said = capital(problem.message.replace(FIELD_NAMED, ''));
  const remedy = problem.remedy.replace(DECLINE, '');
  const text = remedy === problem.remedy ? [said, remedy] : [said, remedy, declining(code, words)];
  return { text: text.join(' '), ...exampleOf(example) };
}

const declining = (code: string, { room, labels }: RoomWords): string =>
  fill(room.decline, { field: labels['declined'] ?? '', rule: code.replace('style-', '') });

/** The value in a line of the file; nothing of several lines, nor of a list. */
function valueOf(example: string | undefined): string | undefined {
  const value = example?.replace(FIELD_BEFORE, '').replace(QUOTED, '$2');
  return value === undefined || /\n|^\w*:$|^[[{]/.test(value) ? undefined : value;
}

const exampleOf = (example: string | undefined): { example?: string } =>
  example === undefined || example.includes('\n') ? {} : { example };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
