import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { searchIndexAddress, type Content } from '@tamizdat/archive';
import { buildSearchTier, writeSearchHead, type TierFacts } from '@tamizdat/search';
import { workerData } from 'node:worker_threads';
import type { SearchTier, Task } from './plan-rendering.ts';
import type { Made } from './render-record.ts';
import type {
  CompiledTemplates,
  PictureOwner,
  Renderer,
  RenderSettings,
  Route,
} from './renderer.ts';

/** What a thread is given when it starts. */
export interface RenderJob {
  /** Module of the compiled templates, absolute. */
  templates: string;
  settings: RenderSettings;
  content: Content;
  /** Folder that is written into, absolute; empty at first. */
  out: string;
}

/** What can be made now, and what questions that were noted are answered now. */
export interface Survey {
  routes: Route[];
  owners: PictureOwner[];
  answers: string[];
  languages: string[];
  /** Newest first in each edition. */
  searchTiers: SearchTier[];
}

const job = (workerData as [unknown, RenderJob])[1];
let opened: Promise<Renderer> | undefined;

function renderer(): Promise<Renderer> {
  return (opened ??= openRenderer());
}

async function openRenderer(): Promise<Renderer> {
  const templates = (await import(pathToFileURL(job.templates).href)) as CompiledTemplates;
  return templates.openRenderer(job.settings, job.content);
}

async function surveyNow(questions: readonly string[]): Promise<Survey> {
  const { routes, owners, ask, searchTiers: tiersOf } = await renderer();
  const answers: string[] = [];
  for (const question of questions) answers.push(await ask(question));
  const searchTiers: SearchTier[] = [];
  const languages = job.content.outlet.languages.map(({ code }) => code);
  for (const lang of languages)
    for (const tier of await tiersOf(lang)) searchTiers.push({ lang, tier });
  return { routes: await routes(), owners: await owners(), answers, languages, searchTiers };
}

async function makeTasks(tasks: readonly Task[]): Promise<Made[]> {
  const made: Made[] = [];
  for (const task of tasks) made.push(await make(task));
  return made;
}

function make(task: Task): Promise<Made> {
  if ('route' in task) return writeFileOf(task.route);
  if ('owner' in task) return makePictures(task.owner);
  return writeSearchTier(task);
}

async function writeFileOf(route: Route): Promise<Made> {
  const { path: file, bytes, reads } = await (await renderer()).render(route);
  await writeRendered(file, bytes);
  return { files: [file], pictures: [], reads };
}

async function writeFilesOf(names: readonly string[]): Promise<void> {
  const { renderPicture } = await renderer();
  for (const name of names) {
    const { path: file, bytes } = await renderPicture(name);
    await writeRendered(file, bytes);
  }
}

async function writeRendered(file: string, bytes: Uint8Array): Promise<void> {
  const place = path.join(job.out, file);
  await mkdir(path.dirname(place), { recursive: true });
  // A second template for the same address would overwrite the first without a word.
  await writeFile(place, bytes, { flag: 'wx' });
}

async function makePictures(owner: PictureOwner): Promise<Made> {
  const { pictures, reads } = await (await renderer()).makePictures(owner);
  return { files: [], pictures, reads };
}

async function writeSearchTier({ lang, tier }: SearchTier): Promise<Made> {
  const { documents, reads } = await (await renderer()).searchDocuments(lang, tier);
  const outputFolder = searchFolder(lang);
  const facts = await buildSearchTier({ key: tier, documents, language: lang, outputFolder });
  return {
    files: await listFiles(path.join(outputFolder, tier)),
    pictures: [],
    reads,
    tiers: [facts],
  };
}

/** What the tiers of an edition's search have in common. */
export interface SearchHead {
  lang: string;
  /** As was told of each when it was made, newest first. */
  tiers: readonly TierFacts[];
}

async function writeHead({ lang, tiers }: SearchHead): Promise<Made> {
  const outputFolder = searchFolder(lang);
  const names = await writeSearchHead({ tiers, language: lang, outputFolder });
  const folder = path.dirname(searchIndexAddress(lang));
  return {
    files: names.map((name) => `${folder}/${name}`).sort(),
    pictures: [],
    reads: new Map(),
    tiers,
  };
}

function searchFolder(lang: string): string {
  return path.join(job.out, path.dirname(searchIndexAddress(lang)));
}

/** Files in a folder and below, as paths in the tree. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(job.out, path.join(entry.parentPath, entry.name)));
  return files.map((file) => file.split(path.sep).join('/')).sort();
}

/**
 * Lets what the system refused reach whoever explains it: of an error that leaves a thread its words and its cause alone
 * are left (structured clone).
 */
const telling =
  <Given, Done>(work: (given: Given) => Promise<Done>) =>
  async (given: Given): Promise<Done> => {
    try {
      return await work(given);
    } catch (error) {
      if (!(error instanceof Error) || !('syscall' in error)) throw error;
      const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
      throw new Error(error.message, { cause: { code, syscall, path, dest } });
    }
  };

export const survey = telling(surveyNow);
/** Makes and writes what some tasks are for. */
export const makeAll = telling(makeTasks);
/** Writes pictures and recordings that were made, by the names of their files. */
export const writePictures = telling(writeFilesOf);
/** Writes what tiers have in common, when all of them are made. */
export const writeSearch = telling(writeHead);
