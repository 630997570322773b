import { isDeepStrictEqual } from 'node:util';
import { mediaAddress } from '@tamizdat/archive';
import { Tinypool } from 'tinypool';
import { bundleTasks } from './bundle-tasks.ts';
import { HANDS, TASKS_FOR_THREADS } from './limits.ts';
import {
  leaveSearch,
  planPictures,
  isOfSearch,
  planRendering,
  searchKey,
  taskKey,
  type Before,
  type RenderPlan,
  type Task,
} from './plan-rendering.ts';
import {
  buildRecord,
  type Kept,
  type Made,
  NOTHING_NOTED,
  type RenderRecord,
} from './render-record.ts';
import { type RenderJob, type Survey, Workshop } from './workshop.ts';

export interface RenderOptions extends RenderJob {
  /** Threads at most. */
  threads: number;
  /** What an earlier rendering by the same templates left; all is rendered where there is none. */
  before?: Before;
  /** Whether parts of the search stand as they were made before, even if they would be made anew. */
  leavesSearch?: boolean;
  /** Told as files are written. */
  onProgress?: (done: number, all: number) => void;
}

export interface RenderedTree {
  /** For the next rendering; the former one where the search was left as it was. */
  record: RenderRecord;
  /** Files that were made now: paths. */
  made: string[];
  /** Files that an earlier rendering left, and that belong to the tree as they are: paths in code-unit order. */
  standing: string[];
  /** Files that an earlier rendering left and that belong to the tree no more; the search's are not named. */
  gone: string[];
  /** How many pages, feeds and other files were rendered; pictures and search are not counted. */
  rendered: number;
}

/**
 * Renders an outlet: every page, feed, picture and the search of every edition, but what stands.
 * @throws what the first template that fails throws; the folder is then half written. Error where two templates answer
 *   with one address.
 */
export async function renderTree(options: RenderOptions): Promise<RenderedTree> {
  const { threads, onProgress, before, leavesSearch = false, ...job } = options;
  const workshop = await Workshop.open(job);
  const survey = await workshop.survey(before?.record ?? NOTHING_NOTED);
  const whole = planRendering(listTasks(survey), before, survey.answers);
  const plan = leavesSearch ? leaveSearch(whole, before) : whole;
  const made = await withThreads(
    workshop,
    job,
    plan.stale.length < TASKS_FOR_THREADS ? 1 : threads,
    (all) => makeStale(all, plan, survey, onProgress),
  );
  const heads = await makeHeads(workshop, survey, made, before);
  for (const { key, head } of heads) made.set(key, head);
  refuseTwice(made);
  const pictures = planPictures(made.values(), before, mediaAddress);
  await workshop.writePictures(pictures.stale);
  const isStanding = new Set([
    ...plan.standing.values(),
    ...heads.flatMap(({ head, stands }) => (stands ? [head] : [])),
  ]);
  const parts = Map.groupBy(made.values(), (part) => isStanding.has(part));
  const filesOf = (stands: boolean): string[] =>
    (parts.get(stands) ?? []).flatMap(({ files }) => files);
  return {
    // What leaves something out is for no later rendering.
    record:
      leavesSearch && before ? before.record : buildRecord(made, survey.parts, before?.record),
    gone: listGone(before?.record.made ?? new Map(), made),
    made: [...filesOf(false), ...pictures.stale.map(mediaAddress)],
    standing: [...filesOf(true), ...pictures.standing.map(mediaAddress)].sort(),
    rendered: plan.stale.filter((task) => 'route' in task).length,
  };
}

/** Makes and writes what some tasks are for. */
type Make = (tasks: readonly Task[]) => Promise<Made[]>;

/** Does some work with this thread, and with further ones. */
async function withThreads<Result>(
  workshop: Workshop,
  job: RenderJob,
  threads: number,
  work: (threads: readonly Make[]) => Promise<Result>,
): Promise<Result> {
  const here: Make = (tasks) => workshop.makeAll(tasks);
  if (threads < 2) return work([here]);
  // A pool for each: what a thread has set of a text, it has for the next page alone.
  const pools = Array.from({ length: threads - 1 }, () => openThread(job));
  const there = pools.map(
    (pool): Make =>
      (tasks) =>
        pool.run(tasks, { name: 'makeAll' }) as Promise<Made[]>,
  );
  try {
    return await work([here, ...there]);
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
}

function openThread(job: RenderJob): Tinypool {
  return new Tinypool({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: HANDS,
    workerData: job,
  });
}

/** Files that links may have led to and that are no more, in code-unit order. */
function listGone(before: MadeByKey, now: MadeByKey): string[] {
  const linked = new Set(linkedFiles(now));
  const gone = new Set<string>();
  for (const file of linkedFiles(before)) if (!linked.has(file)) gone.add(file);
  return [...gone].sort();
}

type MadeByKey = ReadonlyMap<string, Pick<Made, 'files' | 'pictures'>>;

/** Files that links may lead to: not those of the search, which its script finds. */
function* linkedFiles(made: MadeByKey): Iterable<string> {
  for (const [key, { files, pictures }] of made) {
    if (isOfSearch(key)) continue;
    yield* files;
    for (const picture of pictures) yield mediaAddress(picture);
  }
}

/** The search first, since a tier is the longest task of all. */
function listTasks({ routes, owners, searchTiers }: Survey): Task[] {
  return [
    ...searchTiers,
    ...owners.map((owner) => ({ owner })),
    ...routes.map((route) => ({ route })),
  ];
}

/** What the tiers of an edition's search have in common, and whether it stands as it was made before. */
interface MadeHead {
  key: string;
  head: Made | Kept;
  stands: boolean;
}

/** Makes what tiers have in common, in each edition of which a tier is told to hold something else than before. */
function makeHeads(
  workshop: Workshop,
  { languages, searchTiers }: Survey,
  made: ReadonlyMap<string, Made | Kept>,
  before: Before | undefined,
): Promise<MadeHead[]> {
  const making = languages.map(async (lang): Promise<MadeHead> => {
    const key = searchKey(lang);
    const ofEdition = searchTiers.filter((task) => task.lang === lang);
    const tiers = ofEdition.flatMap((task) => made.get(taskKey(task))?.tiers ?? []);
    const last = before?.record.made.get(key);
    if (last && isDeepStrictEqual(last.tiers, tiers) && !isTouched(last, before))
      return { key, head: last, stands: true };
    const head = await workshop.writeSearch({ lang, tiers });
    return { key, head, stands: false };
  });
  return Promise.all(making);
}

const isTouched = ({ files }: Kept, before: Before | undefined): boolean =>
  files.some((file) => before?.touched.has(file));

/** Makes what is stale; gives all that the tree is made of, by the tasks' keys: what stands first. */
async function makeStale(
  threads: readonly Make[],
  { stale, standing }: RenderPlan,
  { tierOf }: Survey,
  onProgress: RenderOptions['onProgress'],
): Promise<Map<string, Made | Kept>> {
  const made = new Map<string, Made | Kept>(standing);
  let done = 0;
  const makePortion = async (makeAll: Make, tasks: Task[]): Promise<void> => {
    const results = await makeAll(tasks);
    for (const [place, task] of tasks.entries()) {
      const result = results[place];
      if (result) made.set(taskKey(task), result);
    }
    done += tasks.length;
    onProgress?.(done, stale.length);
  };
  const bundles = bundleTasks(stale, tierOf);
  const tiers = bundles.tiers.values();
  const rest = bundles.rest.map((portion) => [portion]).values();
  // All take from the same lists: whoever is done takes the next.
  const work = threads.flatMap((makeAll) =>
    [
      [tiers, rest],
      [rest, tiers],
    ].map(async (lists) => {
      for (const bundles of lists)
        for (const portions of bundles)
          for (const tasks of portions) await makePortion(makeAll, tasks);
    }),
  );
  await endTogether(work, [tiers, rest]);
  return made;
}

/** Waits for all work: when some of it fails, nothing is taken any more, and nobody writes after the end. */
async function endTogether(work: Promise<void>[], lists: Iterator<unknown>[]): Promise<void> {
  const stop = (): void => {
    for (const portions of lists) while (portions.next().done !== true);
  };
  for (const each of work) each.catch(stop);
  await Promise.allSettled(work);
  await Promise.all(work);
}

function refuseTwice(made: MadeByKey): void {
  const makers = new Map<string, string>();
  for (const [key, { files }] of made)
    for (const file of files) {
      const other = makers.get(file);
      if (other !== undefined) throw new Error(`${file} is made twice: by ${other} and by ${key}`);
      makers.set(file, key);
    }
}
