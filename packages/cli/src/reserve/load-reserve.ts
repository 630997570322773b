import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ArchiveEntrySchema,
  type Mirror,
  MirrorEntrySchema,
  parseMirrors,
} from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { repository } from '../repository/folders.ts';
import { say } from '../language/say.ts';

/** A problem of the reserve list as it may be told: where it stands and of what sort it is, and nothing of what stands there. */
export interface ReserveProblem {
  code: string;
  line: number;
  /** A field's name as the schema has it; absent for one that is not in it. */
  field?: string;
}

/** The name of a reserve mirror in all output, by its place in the list, from 0. */
export const reserveName = (index: number): string => `reserve-${index + 1}`;

/** The list of reserve mirrors as it was given. */
export interface ReserveList {
  text: string;
  /** The file in which it stands; undefined where the variable itself holds it, as a secret of CI does. */
  file: string | undefined;
}

/**
 * Reads the reserve mirrors: TAMIZDAT_RESERVE names a file outside the repository, or holds the list itself, as a
 * secret does. Neither names nor addresses stand in what is thrown.
 * @returns an empty list where the variable is not set
 * @throws UsageError
 */
export function loadReserve(): Mirror[] {
  const list = readReserveList();
  return list === undefined ? [] : parseReserve(list);
}

/**
 * Reads the list of reserve mirrors as it is written.
 * @returns undefined where the variable is not set
 * @throws UsageError
 */
export function readReserveList(): ReserveList | undefined {
  const given = process.env['TAMIZDAT_RESERVE'];
  if (given === undefined || given.trim() === '') return undefined;
  if (/^[ \t]*mirrors\s*:/m.test(given)) return { text: given, file: undefined };
  const file = path.resolve(given);
  return { text: readReserve(file), file };
}

/** @throws UsageError without names and addresses */
export function parseReserve({ text }: ReserveList): Mirror[] {
  const parsed = parseMirrors(text, { path: 'TAMIZDAT_RESERVE', root: '' });
  const { value, archives, problems } = parsed;
  if (archives.length > 0)
    throw new UsageError(
      say({
        en: 'The list in TAMIZDAT_RESERVE holds archives. They stand in content/mirrors.yaml: a torrent tells everybody where it can be had.',
        ru: 'В списке TAMIZDAT_RESERVE есть архивы. Их место — content/mirrors.yaml: торрент говорит всем, где его взять.',
      }),
    );
  if (value !== undefined) return value;
  const told = problems.map(withoutValues).map(describe);
  throw new UsageError(
    say({
      en: `The list in TAMIZDAT_RESERVE is not right. What stands in it is not shown here.\n${told.join('\n')}\n  docs/article-fields.md lists the fields; “tamizdat check” explains the same codes in content/mirrors.yaml.`,
      ru: `Список TAMIZDAT_RESERVE неверен. Что в нём стоит, здесь не показано.\n${told.join('\n')}\n  Поля перечислены в docs/article-fields.md; те же коды в content/mirrors.yaml объясняет «tamizdat check».`,
    }),
  );
}

function readReserve(file: string): string {
  if (isWithin(file, repository)) {
    throw new UsageError(
      say({
        en: 'The file that TAMIZDAT_RESERVE names lies in the repository, which contributors read. Move it out, and replace the mirrors in it if it was ever committed.',
        ru: 'Файл, на который указывает TAMIZDAT_RESERVE, лежит в репозитории, а его читают авторы. Перенесите его, а если он хоть раз был в коммите, замените зеркала из него.',
      }),
    );
  }
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      say({
        en: 'The file that TAMIZDAT_RESERVE names cannot be read. Name a file outside the repository, or unset the variable.',
        ru: 'Файл, на который указывает TAMIZDAT_RESERVE, не читается. Укажите файл вне репозитория или снимите переменную.',
      }),
    );
  }
}

/** Fields of the list as the schema has them, without numbers: whatever else stands in a field's place is a value that slipped. */
const FIELDS: ReadonlySet<string> = new Set([
  ...listFields('mirrors', MirrorEntrySchema),
  ...listFields('archives', ArchiveEntrySchema),
]);

function listFields(list: string, { shape }: { shape: object }): string[] {
  const fields = Object.keys(shape).map((field) => `${list}[].${field}`);
  return [list, `${list}[]`, ...fields, ...fields.map((field) => `${field}[]`)];
}

/** Messages quote what they speak of, and fields may be a slip of what should be a value. */
export function withoutValues({ code, line, field }: Problem): ReserveProblem {
  const isKnown = field !== undefined && FIELDS.has(field.replaceAll(/\[\d+\]/g, '[]'));
  return { code, line, ...(isKnown ? { field } : {}) };
}

function describe({ code, line, field }: ReserveProblem): string {
  const [, index] = /^mirrors\[(\d+)\]/.exec(field ?? '') ?? [];
  const where = index === undefined ? '' : ` (${reserveName(Number(index))})`;
  return say({
    en: `  line ${line}${where}: ${code}${field === undefined ? '' : ` in ${field}`}`,
    ru: `  строка ${line}${where}: ${code}${field === undefined ? '' : ` в ${field}`}`,
  });
}
