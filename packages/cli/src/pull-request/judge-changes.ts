import { compareProblems, type Problem } from '@tamizdat/article-schema';
import type { ChangedFile } from './changed-file.ts';
import { CHANGED_BYTES_MAX, CHANGED_FILES_MAX, TOLD_MAX } from './limits.ts';
import type { Changes } from './load-changes.ts';
import { FILE_RULES, type FileFault, outsideContent } from './file-rules.ts';

/** What is wrong with what a pull request changes, before any of its files is read. */
export interface Judgement {
  problems: Problem[];
  /** Whether the content is not to be read at all. */
  stop: boolean;
}

/**
 * Judges a pull request by the number, size, places and sorts of its files.
 * @param isKit Whether a maintainer has said that it may change the kit, too.
 */
export function judgeChanges({ files, bytes, content }: Changes, isKit: boolean): Judgement {
  const size = tooMuch(files.length, bytes);
  if (size !== undefined) return { problems: [atTop(content.slice(0, -1), size)], stop: true };
  const faults = files.flatMap((file) => faultsOf(file, content, isKit));
  const groups = [...Map.groupBy(faults, ({ fault }) => fault.code).values()];
  return { problems: groups.flatMap(tellSome).sort(compareProblems), stop: false };
}

type Sized = Pick<Problem, 'code' | 'message' | 'why' | 'remedy'>;

function tooMuch(files: number, bytes: number): Sized | undefined {
  if (files > CHANGED_FILES_MAX) {
    return {
      code: 'pull-request-too-many-files',
      message: `The pull request changes more than ${CHANGED_FILES_MAX} files.`,
      why: 'Nobody can review them, and the check of so many would hold up everybody else’s.',
      remedy:
        'Send one article, with its pictures, a pull request. An archive is imported by the outlet’s engineer, not by pull request.',
    };
  }
  if (bytes <= CHANGED_BYTES_MAX) return undefined;
  return {
    code: 'pull-request-too-large',
    message: `The files of the pull request have ${megabytes(bytes)} MB; at most ${megabytes(CHANGED_BYTES_MAX)} are read.`,
    why: 'What was once in git stays in everybody’s copy of it, even when it is deleted later.',
    remedy:
      'Make pictures and recordings smaller, in a new branch: this one holds the large files.',
  };
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

interface Fault {
  file: ChangedFile;
  fault: FileFault;
}

function faultsOf(file: ChangedFile, content: string, isKit: boolean): Fault[] {
  if (!file.path.startsWith(content)) {
    return isKit ? [] : [{ file, fault: outsideContent(file.path) }];
  }
  if (file.sort === 'deleted') return [];
  const inside = file.path.slice(content.length);
  return FILE_RULES.flatMap((rule) => rule({ ...file, path: inside }) ?? []).map((fault) => ({
    file,
    fault,
  }));
}

function tellSome(faults: readonly Fault[]): Problem[] {
  const told = faults.slice(0, TOLD_MAX).map(({ file, fault }) => atTop(file.path, fault));
  const [first] = told;
  if (first === undefined || faults.length <= TOLD_MAX) return told;
  const more = `${first.message} The same is true of ${faults.length - 1} other files.`;
  return [{ ...first, message: more }, ...told.slice(1)];
}

const atTop = (file: string, fault: Sized): Problem => ({
  ...fault,
  severity: 'error',
  file,
  line: 1,
  column: 1,
});
