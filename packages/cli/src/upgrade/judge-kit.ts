import { isSampleOutlet } from '@tamizdat/archive';
import { ToldError } from '@tamizdat/problem';
import { NAME_KIT } from './fetch-kit.ts';
import { entryAt } from './graft.ts';
import { listNames } from './list-names.ts';
import type { Git } from './open-git.ts';
import { CONTENT, OWN_PLACES } from './own-places.ts';

/** What every version of the kit has. */
const MARK = 'packages/article-schema/package.json';

/** Refuses what is no kit. @throws ToldError `upgrade-no-kit` */
export async function refuseNoKit(git: Git, target: string, source: string): Promise<void> {
  if ((await entryAt(git, target, MARK)) !== undefined) return;
  throw new ToldError(
    'upgrade-no-kit',
    {
      en: `What ${source} holds is not the kit: there is no ${MARK} in it.`,
      ru: `В ${source} лежит не набор: в нём нет ${MARK}.`,
    },
    NAME_KIT,
  );
}

/**
 * Refuses a repository of the outlet’s own: what colleagues wrote there would be taken for a kit’s content, and left
 * out for good.
 * @param base What both have in common.
 * @throws ToldError `upgrade-own`
 */
export async function refuseOwn(git: Git, base: string, source: string): Promise<void> {
  const outlet = `${CONTENT}/outlet.yaml`;
  if ((await entryAt(git, base, outlet)) === undefined) return;
  if (isSampleOutlet(await git(['cat-file', 'blob', `${base}:${outlet}`]))) return;
  throw new ToldError(
    'upgrade-own',
    {
      en: `${source} holds this outlet’s own commits: it is not the repository of the kit. For what colleagues wrote there: git pull.`,
      ru: `В ${source} лежат коммиты самого издания: это не репозиторий набора. Чтобы взять то, что там написали коллеги: git pull.`,
    },
    NAME_KIT,
  );
}

/** Modes of git for regular files. */
const REGULAR = /^100(?:644|755) /;

/**
 * Refuses a kit that holds what a work tree is better without: links, which lead out of it or into the content; other
 * repositories; and names that some systems hold for one of the outlet’s own.
 * @throws ToldError `upgrade-odd-kit`
 */
export async function refuseOdd(git: Git, tree: string): Promise<void> {
  const rows = (await git(['ls-tree', '-r', '-z', '--full-tree', tree])).split('\0').slice(0, -1);
  const odd = rows
    .map((row) => ({ row, name: row.slice(row.indexOf('\t') + 1) }))
    .filter(({ name }) => !isWithin(name, OWN_PLACES))
    .filter(({ row, name }) => !REGULAR.test(row) || isWithin(folded(name), FOLDED))
    .map(({ name }) => name);
  if (odd.length === 0) return;
  throw new ToldError(
    'upgrade-odd-kit',
    {
      en: `The newer kit holds links, other repositories, or names that may be taken for the outlet’s own:\n${listNames(odd)}`,
      ru: `В новом наборе есть ссылки, чужие репозитории или имена, которые можно принять за принадлежащие изданию:\n${listNames(odd)}`,
    },
    {
      en: 'The kit has none of these. Find out who can change that repository before you take anything from it. Nothing was changed.',
      ru: 'В наборе такого не бывает. Прежде чем что-то оттуда брать, выясните, кто может менять тот репозиторий. Ничего не изменено.',
    },
  );
}

const isWithin = (name: string, places: readonly string[]): boolean =>
  places.some((place) => name === place || name.startsWith(`${place}/`));

/** As file systems compare names that do not tell capitals and forms of letters apart. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().toUpperCase();

const FOLDED = OWN_PLACES.map(folded);
