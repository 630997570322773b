import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { describeSilent, newestUnknown } from '../newest/silent.ts';
import { args, type Options, placeOf } from './arguments.ts';
import { BRANCH_ANSWER_MS } from './limits.ts';
import { addressOf, isKept, shownAddress, type StateBranch } from './state-branch.ts';

/**
 * Refuses to begin a history of releases where the branch keeps one. Of content outside the kit's repository nobody
 * knows where that is, and a repository may have no “origin”: then there is nothing to ask.
 * @param named The branch, where somebody named it.
 * @param isFirst Whether it is said that nothing was released before: then a host need not say so.
 * @throws Error `release-kept`, `newest-unknown`
 */
export async function refuseKept(
  content: string | undefined,
  isFirst: boolean,
  named: Partial<Options> = {},
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-kept-'));
  try {
    const place = findPlace({ content, branch: args.branch.default, ...named }, folder);
    if (place === undefined || !(await isThere(place, isFirst))) return;
    const [branch, address] = [place.branch, await shownAddress(place)];
    throw new Error(
      say({
        en: `release-kept: there is no history of releases here, and the branch “${branch}” of ${address} keeps one. Nothing was signed.\n  Fetch it first: tamizdat state fetch --without-tree`,
        ru: `release-kept: истории выпусков здесь нет, а на ветке «${branch}» в ${address} она лежит. Ничего не подписано.\n  Сначала возьмите её: tamizdat state fetch --without-tree`,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findPlace(options: Options, folder: string): StateBranch | undefined {
  try {
    return placeOf(options, folder);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function isThere(place: StateBranch, isFirst: boolean): Promise<boolean> {
  try {
    await addressOf(place);
  } catch {
    return false;
  }
  try {
    return await isKept(place, BRANCH_ANSWER_MS);
  } catch (error) {
    const address = await shownAddress(place);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    if (!isFirst) throw newestUnknown(`${address} (${reason})`);
    process.stderr.write(`${describeSilent(address)}\n`);
    return false;
  }
}
