import { listMissing, loadState, verifyState } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { parseRelease, ReleaseError } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { releaseState } from '../release/find-outlet.ts';
import { foreignState } from '../release/refuse-foreign.ts';
import {
  args,
  keysArgument,
  loadOwnRoots,
  type Options,
  placeOf,
  readKeys,
  readTree,
  treeArgument,
} from './arguments.ts';
import { GoneOnError, keepParts, shownAddress } from './state-branch.ts';
import { refuseIncomplete } from './refuse-incomplete.ts';
import { takeUp } from './take-up.ts';

export default defineCommand({
  meta: {
    name: 'keep',
    description: say({
      en: 'Put the newest release and its history on a branch, in the place of what was fetched from there; refused where another release was kept since. To be run before “publish”. Exit codes: 0 kept, 1 failed, 2 usage.',
      ru: 'Положить новейший выпуск и его историю на ветку, на место взятого оттуда; отказ, если за это время туда положили другой выпуск. Запускается перед «publish». Коды выхода: 0 положено, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: { ...args, keys: keysArgument, tree: treeArgument },
  async run({ args: options }) {
    const { number, branch, where } = await keepState(options);
    const kept = say({
      en: `Release ${number} is kept on ${branch} of ${where}.`,
      ru: `Выпуск ${number} лежит на ветке ${branch} в ${where}.`,
    });
    process.stdout.write(`${kept}\n`);
  },
});

/** What is kept and from where. */
export interface KeepOptions extends Options {
  keys?: string | undefined;
  tree?: string | undefined;
}

/**
 * Puts the newest release and its history on the branch.
 * @returns its number, the branch, and the repository as it may be printed
 * @throws UsageError; ToldError `state-incomplete`, `state-kept-since`; Error with what git says, or `foreign-state`
 */
export async function keepState(
  options: KeepOptions,
): Promise<{ number: number; branch: string; where: string }> {
  const place = placeOf(options);
  const state = releaseState(options.content);
  const loaded = loadState(state);
  if (loaded === undefined)
    throw new UsageError(
      say({
        en: `Nothing was released here: ${state} holds no state.`,
        ru: `Здесь ничего не выпускали: в ${state} нет истории.`,
      }),
    );
  const roots = await loadOwnRoots(readKeys(options.keys, options.content));
  await verifyState(loaded.head, roots ?? loaded.head.roots, readNow()).catch((error: unknown) => {
    throw error instanceof ReleaseError ? foreignState(state, error) : error;
  });
  const { number, clock } = parseRelease(loaded.head.release);
  const parts = { release: state, tree: readTree(options.tree) };
  refuseIncomplete(listMissing(state, loaded, parts.tree));
  const kept = { number, clock, parts };
  await keepParts(place, kept).catch(async (error: unknown) => {
    if (!(error instanceof GoneOnError)) throw error;
    await takeUp(place, { head: loaded.head, ...parts });
    await keepParts(place, kept);
  });
  return { number, branch: place.branch, where: await shownAddress(place) };
}
