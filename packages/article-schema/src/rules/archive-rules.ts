import { shorten } from '../characters/count.ts';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { ArchiveEntry, MirrorEntry } from '../schema/mirror.ts';
import { seedFindings, trackerFindings } from './archive-seeds.ts';
import { repeated } from './list-rules.ts';

/** What is right of an archive. */
export type SomeArchive = Partial<ArchiveEntry>;
/** What is right of each mirror. */
export type SomeMirrors = readonly Partial<MirrorEntry>[];

/** All rules between the fields of a list of archives, of which those are given that are right. */
export function archiveRules(archives: readonly SomeArchive[], mirrors: SomeMirrors): Finding[] {
  const at = (index: number, field: string): FieldPath => ['archives', index, field];
  const each = archives.flatMap((archive, index) => [
    ...nameFindings(archive, at(index, 'name'), mirrors),
    ...fileFindings(archive, at(index, 'file')),
    ...seedFindings(archive, index, mirrors),
    ...trackerFindings(archive, at(index, 'trackers')),
  ]);
  return [
    ...each,
    ...repeated(
      archives.map(({ name }, index) => name ?? `#${index}`),
      (index) => at(index, 'name'),
      { en: 'The name', ru: 'Имя' },
      'archives-name-repeated',
    ),
    // Also in two folders: on a mirror all of them stand in one.
    ...repeated(
      archives.map(({ file }, index) => file?.split(/[/\\]/).at(-1) ?? `#${index}`),
      (index) => at(index, 'file'),
      { en: 'The file’s name', ru: 'Имя файла' },
      'archives-file-repeated',
    ),
  ];
}

function nameFindings({ name }: SomeArchive, path: FieldPath, mirrors: SomeMirrors): Finding[] {
  if (name === undefined) return [];
  const isReserve = /^reserve(?:-|$)/.test(name);
  if (!isReserve && !mirrors.some((mirror) => mirror.name === name)) return [];
  const message = isReserve
    ? `The name “${shorten(name)}” is what commands call a reserve mirror.`
    : `A mirror is called “${shorten(name)}” too.`;
  return [
    {
      code: 'archive-name-taken',
      path,
      found: name,
      message,
      why: 'Commands could not tell which of the two is meant.',
      remedy: 'Write another name.',
      ru: {
        message: isReserve
          ? `Именем «${shorten(name)}» команды называют резервное зеркало.`
          : `Имя «${shorten(name)}» уже есть у зеркала.`,
        why: 'Команды не смогли бы понять, что из двух имеется в виду.',
        remedy: 'Напишите другое имя.',
      },
      example: 'name: ipfs',
    },
  ];
}

const ENDS: Readonly<Record<ArchiveEntry['kind'], string>> = { car: '.car', torrent: '.torrent' };

/** A whole path whose last part can stand in an address as it is, and looks like no option of a command. */
const FILE = /^(?:\/|[A-Za-z]:[/\\])(?:.*[/\\])?[A-Za-z0-9][\w.-]*$/;

function fileFindings({ kind, file }: SomeArchive, path: FieldPath): Finding[] {
  if (file === undefined) return [];
  const end = ENDS[kind ?? 'car'];
  const example = `file: /srv/archives/fortochka${end}`;
  if (!FILE.test(file) || hasSteps(file))
    return [{ code: 'archive-file-form', path, found: shorten(file), ...NO_WHOLE_PATH, example }];
  if (kind === undefined || file.endsWith(end)) return [];
  return [
    {
      code: 'archive-file-end',
      path,
      found: shorten(file),
      message: `The file’s name does not end in ${end}.`,
      why: 'People and programs know the kind of a file by the end of its name.',
      remedy: `Write ${end} at its end, or mend the kind.`,
      ru: {
        message: `Имя файла не кончается на ${end}.`,
        why: 'Вид файла люди и программы узнают по концу его имени.',
        remedy: `Напишите ${end} в конце или исправьте вид.`,
      },
      example,
    },
  ];
}

const FILE_NOTES = MIRROR_FIELDS['archives[].file'];

const NO_WHOLE_PATH = {
  message: 'The file is not a whole path with a plain name at its end.',
  why: 'A part of a path would mean another file on each machine, and the name becomes part of addresses.',
  remedy: FILE_NOTES.remedy,
  ru: {
    message: 'Это не полный путь с простым именем файла в конце.',
    why: 'Часть пути на каждой машине означала бы другой файл, а имя становится частью адресов.',
    remedy: FILE_NOTES.ru.remedy,
  },
};

const hasSteps = (text: string): boolean => text.split(/[/\\]/).includes('..');
