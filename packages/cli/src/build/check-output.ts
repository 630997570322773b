import { checkTree, formatProblem, type StandingFiles } from '@tamizdat/tree';
import { language, say } from '../language/say.ts';

/** Problems shown of a tree that is not put in place: the rest is mostly the same on other pages. */
const SHOWN = 20;

/**
 * Checks a built tree before it is put in place. What is wrong is said on standard error.
 *
 * @param folder The tree that was built.
 * @param origin The outlet's own base address.
 * @param standing What of the standing tree belongs to it as it stands.
 * @returns whether it may be put in place.
 */
export async function checkOutput(
  folder: string,
  origin: string,
  standing?: StandingFiles,
): Promise<boolean> {
  const problems = await checkTree(folder, { origin, ...(standing && { standing }) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return true;
  const shown = errors.slice(0, SHOWN).map((problem) => formatProblem(problem, language));
  const left = errors.length - SHOWN;
  const more = left > 0 ? [say({ en: `There are ${left} more.`, ru: `И ещё ${left}.` })] : [];
  const end = say({
    en: `The tree is not put in place, the last good one stays. All of this: tamizdat tree check ${folder}`,
    ru: `Дерево не опубликовано, остаётся прежнее, исправное. Всё целиком: tamizdat tree check ${folder}`,
  });
  process.stderr.write(`${[...shown, ...more, end].join('\n\n')}\n`);
  return false;
}
