import { hash } from 'node:crypto';
import type { Outlet } from '@tamizdat/article-schema';
import type { Kind, Question } from '../kept/made-by-kind.ts';

/** What is the same for all files of a content folder. */
export interface ParseJob {
  root: string;
  name: string;
  outlet: Outlet | undefined;
  /** Ids of all author records. */
  authors: ReadonlySet<string>;
  texts: boolean;
  /** RFC 3339; absent where times to come are not told. */
  now?: string;
}

/** What a file of a kind is asked, beside its bytes: everything of a job that its parsing may look at. */
export function questionOf<K extends Kind>(kind: K, job: ParseJob): Question<K> {
  const timed = job.now === undefined ? {} : { now: job.now };
  const depends = dependsOf(job);
  if (kind === 'article') return { kind, depends, authors: job.authors, ...timed };
  return kind === 'page' || kind === 'outlet' ? { kind, depends, ...timed } : { kind, depends };
}

const known = new WeakMap<ParseJob, string>();

/** The outlet may have thousands of tags, and is the same for all. */
function dependsOf(job: ParseJob): string {
  const depends =
    known.get(job) ?? hash('sha256', JSON.stringify([job.name, job.texts, job.outlet ?? null]));
  known.set(job, depends);
  return depends;
}
