import { isDeepStrictEqual } from 'node:util';
import { mediaAddress } from '@tamizdat/archive';
import { Tinypool } from 'tinypool';
import { ARTICLES_FOR_THREADS, TASKS_AT_ONCE } from './limits.ts';
import {
  planPictures,
  isOfSearch,
  planRendering,
  searchKey,
  taskKey,
  type Before,
  type RenderPlan,
  type Task,
} from './plan-rendering.ts';
import { buildRecord, type Made, type RenderRecord } from './render-record.ts';
import type { RenderJob, Survey } from './render-worker.ts';

export interface RenderOptions extends RenderJob {
  /** Threads at most. */
  threads: number;
  /** What an earlier rendering by the same templates left; all is rendered where there is none. */
  before?: Before;
  /** Told as files are written. */
  onProgress?: (done: number, all: number) => void;
}

export interface RenderedTree {
  /** For the next rendering. */
  record: RenderRecord;
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
  const { threads, onProgress, before, ...job } = options;
  const pool = new Tinypool({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: job.content.articles.length < ARTICLES_FOR_THREADS ? 1 : threads,
    workerData: job,
  });
  try {
    const questions = [...(before?.record.answers.keys() ?? [])];
    const survey = (await pool.run(questions, { name: 'survey' })) as Survey;
    const tasks = listTasks(survey);
    const plan = planRendering(tasks, before, survey.answers);
    const made = await makeStale(pool, plan, onProgress);
    const heads = await makeHeads(pool, survey, made, before);
    for (const { key, head } of heads) made.set(key, head);
    refuseTwice(made);
    const pictures = planPictures(made.values(), before, mediaAddress);
    await pool.run(pictures.stale, { name: 'writePictures' });
    const standingHeads = heads.flatMap(({ head, stands }) => (stands ? [head] : []));
    const standing = [...plan.standing.values(), ...standingHeads].flatMap(({ files }) => files);
    const linked = new Set(linkedFiles(made));
    return {
      record: buildRecord(made),
      gone: linkedFiles(before?.record.made ?? new Map()).filter((file) => !linked.has(file)),
      standing: [...standing, ...pictures.standing.map(mediaAddress)].sort(),
      rendered: plan.stale.filter((task) => 'route' in task).length,
    };
  } finally {
    await pool.destroy();
  }
}

/** Files that links may lead to: not those of the search, which its script finds. */
function linkedFiles(made: ReadonlyMap<string, Made>): string[] {
  const files = [...made].flatMap(([key, { files, pictures }]) =>
    isOfSearch(key) ? [] : [...files, ...pictures.map(mediaAddress)],
  );
  return [...new Set(files)].sort();
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
  head: Made;
  stands: boolean;
}

/** Makes what tiers have in common, in each edition of which a tier is told to hold something else than before. */
function makeHeads(
  pool: Tinypool,
  { languages, searchTiers }: Survey,
  made: ReadonlyMap<string, Made>,
  before: Before | undefined,
): Promise<MadeHead[]> {
  const making = languages.map(async (lang): Promise<MadeHead> => {
    const key = searchKey(lang);
    const ofEdition = searchTiers.filter((task) => task.lang === lang);
    const tiers = ofEdition.flatMap((task) => made.get(taskKey(task))?.tiers ?? []);
    const last = before?.record.made.get(key);
    if (last && isDeepStrictEqual(last.tiers, tiers) && !isTouched(last, before))
      return { key, head: last, stands: true };
    const head = (await pool.run({ lang, tiers }, { name: 'writeSearch' })) as Made;
    return { key, head, stands: false };
  });
  return Promise.all(making);
}

const isTouched = ({ files }: Made, before: Before | undefined): boolean =>
  files.some((file) => before?.touched.has(file));

/** Makes what is stale; gives all that the tree is made of, in the order of the tasks' keys. */
async function makeStale(
  pool: Tinypool,
  { stale, standing }: RenderPlan,
  onProgress: RenderOptions['onProgress'],
): Promise<Map<string, Made>> {
  const made = new Map(standing);
  let done = 0;
  const work = inPortions(stale).map(async (tasks) => {
    const results = (await pool.run(tasks, { name: 'makeAll' })) as Made[];
    for (const [place, task] of tasks.entries()) {
      const result = results[place];
      if (result) made.set(taskKey(task), result);
    }
    done += tasks.length;
    onProgress?.(done, stale.length);
  });
  await Promise.all(work);
  return new Map([...made].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Portions for the threads; what takes long goes alone. */
function inPortions(tasks: readonly Task[]): Task[][] {
  const rest = tasks.filter((task) => !('lang' in task));
  const portions = tasks.filter((task) => 'lang' in task).map((task): Task[] => [task]);
  for (let start = 0; start < rest.length; start += TASKS_AT_ONCE)
    portions.push(rest.slice(start, start + TASKS_AT_ONCE));
  return portions;
}

function refuseTwice(made: ReadonlyMap<string, Made>): void {
  const makers = new Map<string, string>();
  for (const [key, { files }] of made)
    for (const file of files) {
      const other = makers.get(file);
      if (other !== undefined) throw new Error(`${file} is made twice: by ${other} and by ${key}`);
      makers.set(file, key);
    }
}
