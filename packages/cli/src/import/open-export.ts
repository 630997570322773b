import path from 'node:path';
import { openSource, type Source, SourceError } from '@tamizdat/import';
import { UsageError } from '../frame/usage-error.ts';
import { language } from '../language/say.ts';

/** Opens an export that was named. @throws UsageError for what is none */
export function openExport(file: string): Source {
  return tellingSource(() => openSource(path.resolve(file)));
}

/** Does something with a source; what is wrong with it is told in the language of this run. */
export function tellingSource<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw toldError(error);
  }
}

/** An error of a source as the command tells it; any other as it is. */
export function toldError(error: unknown): unknown {
  return error instanceof SourceError ? new UsageError(error.both[language]) : error;
}
