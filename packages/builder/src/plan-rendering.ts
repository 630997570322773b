import type { Kept, Made, RenderRecord } from './render-record.ts';
import type { PictureOwner, Route } from './renderer.ts';

/** A tier of an edition's search. */
export interface SearchTier {
  lang: string;
  tier: string;
}

/** Something to be made. */
export type Task = { route: Route } | { owner: PictureOwner } | SearchTier;

/** Names a task in a record. */
export function taskKey(task: Task): string {
  if ('route' in task)
    return nameOnce(task.route, ({ pattern, pathname }) => ['route', pattern, pathname]);
  if ('owner' in task) return nameOnce(task.owner, (owner) => ['pictures', ...owner]);
  return JSON.stringify(['search', task.lang, task.tier]);
}

/** Names of what a process lists once. */
const names = new WeakMap<object, string>();

function nameOnce<Named extends object>(named: Named, name: (named: Named) => string[]): string {
  const known = names.get(named) ?? JSON.stringify(name(named));
  names.set(named, known);
  return known;
}

/** Names in a record what the tiers of an edition's search have in common. */
export const searchKey = (lang: string): string => JSON.stringify(['search', lang]);

/** Whether a key names the making of a part of the search. */
export const isOfSearch = (key: string): boolean => key.startsWith('["search"');

/** What an earlier rendering left. */
export interface Before {
  record: RenderRecord;
  /** Files that are not in the tree as that rendering left them. */
  touched: ReadonlySet<string>;
}

export interface RenderPlan {
  stale: Task[];
  /** What stands as it was made before, by the task's key. */
  standing: Map<string, Kept>;
}

/**
 * Tells what has to be made. Something made before stands while every question that was asked for it is answered as it
 * was, and nobody touched its files.
 * @param answers What the questions of the record are answered now, in its order.
 */
export function planRendering(
  tasks: readonly Task[],
  before: Before | undefined,
  answers: readonly string[],
): RenderPlan {
  const plan: RenderPlan = { stale: [], standing: new Map() };
  const other = before?.record.answers.map((answer, place) => answer !== answers[place]) ?? [];
  for (const task of tasks) {
    const key = taskKey(task);
    const made = before?.record.made.get(key);
    const isTold = made !== undefined && (!('tier' in task) || made.tiers?.length === 1);
    if (before && isTold && stands(made, before, other)) plan.standing.set(key, made);
    else plan.stale.push(task);
  }
  return plan;
}

function stands({ asked, files }: Kept, { touched }: Before, other: readonly boolean[]): boolean {
  return !asked.some((place) => other[place]) && !files.some((file) => touched.has(file));
}

/** The same plan, but that each part of the search that was made before stands. */
export function leaveSearch(
  { stale, standing }: RenderPlan,
  before: Before | undefined,
): RenderPlan {
  const left: RenderPlan = { stale: [], standing: new Map(standing) };
  for (const task of stale) {
    const made = 'tier' in task ? before?.record.made.get(taskKey(task)) : undefined;
    if (made === undefined) left.stale.push(task);
    else left.standing.set(taskKey(task), made);
  }
  return left;
}

/** Pictures that have to be rendered, and those that stand, by the names of their files; each in code-unit order. */
export function planPictures(
  made: Iterable<Pick<Made, 'pictures'>>,
  before: Before | undefined,
  addressOf: (name: string) => string,
): { stale: string[]; standing: string[] } {
  const wanted = [...new Set([...made].flatMap(({ pictures }) => pictures))].sort();
  const had = new Set([...(before?.record.made.values() ?? [])].flatMap((one) => one.pictures));
  const isStanding = (name: string): boolean =>
    had.has(name) && before?.touched.has(addressOf(name)) === false;
  return {
    stale: wanted.filter((name) => !isStanding(name)),
    standing: wanted.filter(isStanding),
  };
}
