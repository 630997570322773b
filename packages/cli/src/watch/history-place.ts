import path from 'node:path';
import { STATE, stateFolder } from '../repository/folders.ts';
import { say } from '../language/say.ts';

/** What `tamizdat watch` writes and `tamizdat publish` reads: both take it from here. */
export const historyArgument = {
  type: 'string',
  description: say({
    en: `Database of what was found (default: TAMIZDAT_WATCH_HISTORY, then ${STATE}/watch.sqlite)`,
    ru: `База найденного (по умолчанию: TAMIZDAT_WATCH_HISTORY, затем ${STATE}/watch.sqlite)`,
  }),
  valueHint: 'file',
} as const;

/** Where the history of mirrors is. @param given What was named on the command line. */
export const historyOf = (given: string | undefined, env: NodeJS.ProcessEnv): string =>
  path.resolve(given ?? (env['TAMIZDAT_WATCH_HISTORY'] || path.join(stateFolder, 'watch.sqlite')));
