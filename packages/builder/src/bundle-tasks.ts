import { TASKS_AT_ONCE } from './limits.ts';
import { type SearchTier, type Task, taskKey } from './plan-rendering.ts';

/** Tasks in portions: a thread makes a portion before it tells of it. */
export type Portions = Task[][];

/** What a thread makes as a whole, and what any of them may take a portion of. */
export interface Bundles {
  /** A tier of the search, then the pages and pictures of its articles: all are made of the same texts. */
  tiers: Portions[];
  rest: Portions;
}

/**
 * Puts together what is made of the same texts, so that a thread sets each once.
 * @param tierOf The tier of the search that the article at an address stands in.
 */
export function bundleTasks(
  stale: readonly Task[],
  tierOf: ReadonlyMap<string, SearchTier>,
): Bundles {
  const bundles = new Map<string, Task[]>();
  const rest: Task[] = [];
  const homeOf = (task: Task): Task | undefined =>
    'tier' in task ? task : tierOf.get(placeOf(task));
  for (const task of stale) if ('tier' in task) bundles.set(taskKey(task), []);
  for (const task of stale) {
    const home = homeOf(task);
    const bundle = home && bundles.get(taskKey(home));
    (bundle ?? rest).push(task);
  }
  return {
    tiers: [...bundles.values()].map((tasks) => [
      ...inPortions(tasks.filter((task) => 'tier' in task)),
      ...inPortions(tasks.filter((task) => !('tier' in task))),
    ]),
    rest: inPortions(rest),
  };
}

/** The address of what is made, where it is a page or whose pictures are. */
function placeOf(task: Exclude<Task, SearchTier>): string {
  return 'route' in task ? task.route.pathname.slice(1) : (task.owner[1] ?? '');
}

function inPortions(tasks: readonly Task[]): Portions {
  const portions: Portions = [];
  for (let start = 0; start < tasks.length; start += TASKS_AT_ONCE)
    portions.push(tasks.slice(start, start + TASKS_AT_ONCE));
  return portions;
}
