import { dirname } from 'node:path';
import { readPlain, replaceFile } from '@tamizdat/files';
import { MAX_JOURNAL_BYTES } from '../limits.ts';
import type { ChangePlan } from './plan-changes.ts';
import { ToldError } from '@tamizdat/problem';

/** What is known about a tree’s folder between runs. */
export interface Journal {
  version: 1;
  /** The folder, relative to the journal's own, `/`-separated. */
  to: string;
  /** `staging`: readers see the former tree whole. `committing`: `plan` is being carried out. `done`: the tree is whole. */
  phase: 'staging' | 'committing' | 'done';
  /** Only while committing. */
  plan?: ChangePlan;
}

/** Reads the journal, or gives undefined when there is none. Throws {@link ToldError} on one that it did not write. */
export function loadJournal(file: string): Journal | undefined {
  let text = '';
  try {
    text = new TextDecoder().decode(readPlain(file, MAX_JOURNAL_BYTES));
  } catch (error) {
    if (isMissing(error)) return undefined;
    // A link, a pipe, or what is too long is none that was written here.
  }
  return parseJournal(text, file);
}

/** Replaces the journal in one step, and waits until it is on the disk. */
export function keepJournal(file: string, journal: Journal): void {
  replaceFile(dirname(file), file, `${JSON.stringify(journal)}\n`);
}

function parseJournal(text: string, file: string): Journal {
  const parsed = parseJson(text);
  if (isJournal(parsed)) return parsed;
  throw new ToldError(
    'publish-journal-unreadable',
    {
      en: `The journal of the last run cannot be read: ${file}`,
      ru: `Журнал прошлого запуска не читается: ${file}`,
    },
    {
      en: 'Delete it together with the tree’s folder, and build again.',
      ru: 'Удалите его вместе с готовой папкой и соберите ещё раз.',
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const { version, to, phase, plan } = value as Record<string, unknown>;
  if (version !== 1 || typeof to !== 'string') return false;
  if (phase === 'committing') return isPlan(plan);
  return phase === 'staging' || phase === 'done';
}

function isPlan(value: unknown): value is ChangePlan {
  if (typeof value !== 'object' || value === null) return false;
  const { obstacles, writes, deletes, emptied } = value as Record<string, unknown>;
  return [obstacles, writes, deletes, emptied].every(isPathList);
}

/** A path that leaves the folder would make a damaged journal dangerous. */
function isPathList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((path) => typeof path === 'string' && staysInside(path))
  );
}

function staysInside(path: string): boolean {
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** Whether a file operation failed because there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
