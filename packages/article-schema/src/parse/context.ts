import type { Outlet } from '../schema/outlet.ts';
import type { Problem } from '@tamizdat/problem';

/** What a file's parser knows beside its text. */
export interface ParseContext {
  /** The file, relative to the content folder, `/`-separated. */
  path: string;
  /** The content folder's own name, with which problems' paths begin; `content` where absent. */
  root?: string;
  /** Without it, sections, tags, series, languages and the time zone are not checked. */
  outlet?: Outlet;
  /** RFC 3339: nothing may say that it happened later. Without it, times to come are not told. */
  now?: string;
  /** The ids of all author records; without it, authors are not checked. */
  authors?: ReadonlySet<string>;
}

/** What came out of a file: a value where there is no error, and all problems. */
export interface Parsed<Value> {
  value?: Value;
  problems: Problem[];
}

/** The file as problems name it: relative to the folder that holds the content folder. */
export function problemFile(context: Pick<ParseContext, 'path' | 'root'>): string {
  return `${context.root ?? 'content'}/${context.path}`;
}
