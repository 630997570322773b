import { compareProblems, type Problem } from '@tamizdat/problem';
import type { ChangedFile } from './changed-file.ts';
import {
  CHANGED_BYTES_MAX,
  CHANGED_FILES_MAX,
  CHANGED_TEXT_BYTES_MAX,
  TOLD_MAX,
} from './limits.ts';
import type { Changes } from './load-changes.ts';
import { FILE_RULES, judgeSort, type FileFault } from './file-rules.ts';
import { isOfKeys, keysChanged } from './keys-changed.ts';
import { outsideContent } from './outside-content.ts';

/** What is wrong with what a pull request changes, before any of its files is read. */
export interface Judgement {
  problems: Problem[];
  /** Whether the content is not to be read at all. */
  stop: boolean;
  /** Files of the content that are new, relative to it, where it is read. */
  added?: ReadonlySet<string>;
}

/**
 * Judges a pull request by the number, size, places and sorts of its files.
 * @param isKit Whether a maintainer has said that it may change the kit and the public keys, too.
 */
export function judgeChanges(changes: Changes, isKit: boolean): Judgement {
  const { files, content } = changes;
  const size = tooMuch(files.length, changes.bytes) ?? tooMuchText(changes.textBytes);
  if (size !== undefined) return { problems: [atTop(content.slice(0, -1), size)], stop: true };
  const faults = files.flatMap((file) => faultsOf(file, content, isKit));
  const groups = [...Map.groupBy(faults, ({ fault }) => fault.code).values()];
  const problems = groups.flatMap(tellSome).sort(compareProblems);
  return { problems, stop: false, added: addedIn(changes) };
}

const addedIn = ({ files, content }: Changes): Set<string> =>
  new Set(
    files
      .filter(({ path, former }) => path.startsWith(content) && /^0+$/.test(former))
      .map(({ path }) => path.slice(content.length)),
  );

/**
 * Judges a content folder `name` that is a symbolic link: git would be asked about the repository that it leads to, and
 * what the pull request changes would go unseen.
 */
export function judgeLinkedContent(name: string): Judgement {
  const fault = judgeSort({ sort: 'link' });
  return { problems: fault === undefined ? [] : [atTop(name, fault)], stop: true };
}

function tooMuch(files: number, bytes: number): FileFault | undefined {
  if (files > CHANGED_FILES_MAX) {
    return {
      code: 'pull-request-too-many-files',
      message: `The pull request changes more than ${CHANGED_FILES_MAX} files.`,
      why: 'Nobody can review them, and the check of so many would hold up everybody else’s.',
      remedy:
        'Send one article, with its pictures, a pull request. An archive is imported by the outlet’s engineer, not by pull request.',
      ru: {
        message: `Запрос меняет больше ${CHANGED_FILES_MAX} файлов.`,
        why: 'Столько никто не просмотрит, и их проверка задержала бы все другие.',
        remedy:
          'Присылайте одним запросом одну статью с её снимками. Архив переносит инженер издания, не через запрос.',
      },
    };
  }
  if (bytes <= CHANGED_BYTES_MAX) return undefined;
  const [found, most] = [megabytes(bytes), megabytes(CHANGED_BYTES_MAX)];
  return {
    code: 'pull-request-too-large',
    message: `The files of the pull request have ${found} MB; at most ${most} are read.`,
    why: 'What was once in git stays in everybody’s copy of it, even when it is deleted later.',
    remedy:
      'Make pictures and recordings smaller, in a new branch: this one holds the large files.',
    ru: {
      message: `В файлах запроса ${found} МБ; читается не больше ${most}.`,
      why: 'Что раз попало в git, остаётся в каждой его копии, даже если потом это удалить.',
      remedy: 'Уменьшите снимки и записи, и в новой ветке: в этой большие файлы уже есть.',
    },
  };
}

function tooMuchText(bytes: number): FileFault | undefined {
  if (bytes <= CHANGED_TEXT_BYTES_MAX) return undefined;
  const [found, most] = [kilobytes(bytes), kilobytes(CHANGED_TEXT_BYTES_MAX)];
  return {
    code: 'pull-request-too-much-text',
    message: `The texts of the pull request have ${found} KB together; at most ${most} are read.`,
    why: 'Nobody can review so much at once, and its check would hold up everybody else’s.',
    remedy:
      'Send one article a pull request. An archive is imported by the outlet’s engineer, not by pull request.',
    ru: {
      message: `В текстах запроса вместе ${found} КБ; читается не больше ${most}.`,
      why: 'Столько за один раз никто не просмотрит, и проверка задержала бы все другие.',
      remedy:
        'Присылайте одним запросом одну статью. Архив переносит инженер издания, не через запрос.',
    },
  };
}

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1000).toFixed(0);

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

interface Fault {
  file: ChangedFile;
  fault: FileFault;
}

function faultsOf(file: ChangedFile, content: string, isKit: boolean): Fault[] {
  if (!file.path.startsWith(content)) {
    return isKit ? [] : [{ file, fault: outsideContent(file.path) }];
  }
  const inside = file.path.slice(content.length);
  if (isOfKeys(inside) && !isKit) return [{ file, fault: keysChanged(file) }];
  if (file.sort === 'deleted') return [];
  return FILE_RULES.flatMap((rule) => rule({ ...file, path: inside }) ?? []).map((fault) => ({
    file,
    fault,
  }));
}

function tellSome(faults: readonly Fault[]): Problem[] {
  const told = faults.slice(0, TOLD_MAX).map(({ file, fault }) => atTop(file.path, fault));
  const [first] = told;
  const more = faults.length - 1;
  if (first === undefined || faults.length <= TOLD_MAX) return told;
  const counted = {
    ...first,
    message: `${first.message} The same is true of ${more} other files.`,
    ru: { ...first.ru, message: `${first.ru.message} То же с другими файлами: ${more}.` },
  };
  return [counted, ...told.slice(1)];
}

const atTop = (file: string, fault: FileFault): Problem => ({
  ...fault,
  severity: 'error',
  file: printableName(file),
  line: 1,
  column: 1,
});

/** A file's name as it may be printed: what cannot be seen is written out. */
const printableName = (name: string): string =>
  name.replaceAll(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu,
    (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
