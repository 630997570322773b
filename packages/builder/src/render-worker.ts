import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { searchIndexAddress, type Content } from '@tamizdat/archive';
import { buildSearchIndex } from '@tamizdat/search';
import { workerData } from 'node:worker_threads';
import type { CompiledTemplates, Renderer, RenderSettings, Route } from './renderer.ts';

/** What a thread is given when it starts. */
export interface RenderJob {
  /** Module of the compiled templates, absolute. */
  templates: string;
  settings: RenderSettings;
  content: Content;
  /** Folder that is written into, absolute; empty at first. */
  out: string;
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

/** Everything that can be rendered. */
export async function listRoutes(): Promise<Route[]> {
  return (await renderer()).routes();
}

/** Renders and writes some files. */
export async function renderFiles(routes: readonly Route[]): Promise<void> {
  const { render } = await renderer();
  for (const route of routes) {
    const file = await render(route);
    const place = path.join(job.out, file.path);
    await mkdir(path.dirname(place), { recursive: true });
    // A second template for the same address would overwrite the first without a word.
    await writeFile(place, file.bytes, { flag: 'wx' });
  }
}

/** Writes the search index of an edition. */
export async function writeSearchIndex(lang: string): Promise<void> {
  await buildSearchIndex({
    documents: (await renderer()).searchDocuments(lang),
    language: lang,
    outputFolder: path.join(job.out, path.dirname(searchIndexAddress(lang))),
  });
}
