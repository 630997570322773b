import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { searchIndexAddress, type Content, type Noted } from '@tamizdat/archive';
import { walkFolder } from '@tamizdat/files';
import { buildSearchTier, writeSearchHead, type TierFacts } from '@tamizdat/search';
import type { SearchTier, Task } from './plan-rendering.ts';
import type { Made } from './render-record.ts';
import type {
  CompiledTemplates,
  PictureOwner,
  Renderer,
  RenderSettings,
  Route,
} from './renderer.ts';

/** What is to be rendered, and from what. */
export interface RenderJob {
  /** Module of the compiled templates, absolute. */
  templates: string;
  settings: RenderSettings;
  content: Content;
  /** Folder that is written into, absolute; empty at first. */
  out: string;
}

/** What can be made now, and what questions that were noted are answered now. */
export interface Survey extends Omit<Noted, 'questions'> {
  routes: Route[];
  owners: PictureOwner[];
  languages: string[];
  /** Newest first in each edition. */
  searchTiers: SearchTier[];
  /** By an article's address. */
  tierOf: Map<string, SearchTier>;
}

/** What the tiers of an edition's search have in common. */
export interface SearchHead {
  lang: string;
  /** As was told of each when it was made, newest first. */
  tiers: readonly TierFacts[];
}

/** Makes the files of a tree, in the thread that opened it. */
export class Workshop {
  readonly #job: RenderJob;
  readonly #renderer: Renderer;
  /** Folders that were made: most files stand beside others. */
  readonly #folders = new Set<string>();

  private constructor(job: RenderJob, renderer: Renderer) {
    this.#job = job;
    this.#renderer = renderer;
  }

  /** @throws what the module of the templates throws when it is loaded */
  static async open(job: RenderJob): Promise<Workshop> {
    const templates = (await import(pathToFileURL(job.templates).href)) as CompiledTemplates;
    return new Workshop(job, templates.openRenderer(job.settings, job.content));
  }

  async survey(noted: Noted): Promise<Survey> {
    const { routes, owners, ask, searchTiers: tiersOf } = this.#renderer;
    const { answers, parts } = await ask(noted);
    const tierOf = new Map<string, SearchTier>();
    const searchTiers: SearchTier[] = [];
    const languages = this.#job.content.outlet.languages.map(({ code }) => code);
    for (const lang of languages)
      for (const { tier, addresses } of await tiersOf(lang)) {
        searchTiers.push({ lang, tier });
        for (const address of addresses) tierOf.set(address, { lang, tier });
      }
    const [pages, owned] = [await routes(), await owners()];
    return { routes: pages, owners: owned, answers, parts, languages, searchTiers, tierOf };
  }

  /** Makes and writes what some tasks are for, in their order. */
  async makeAll(tasks: readonly Task[]): Promise<Made[]> {
    const made: Made[] = [];
    for (const task of tasks) made.push(await this.#make(task));
    return made;
  }

  /** Writes pictures and recordings that were made, by the names of their files. */
  async writePictures(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { path: file, bytes } = await this.#renderer.renderPicture(name);
      await this.#write(file, bytes);
    }
  }

  /** Writes what tiers have in common, when all of them are made. */
  async writeSearch({ lang, tiers }: SearchHead): Promise<Made> {
    const outputFolder = this.#searchFolder(lang);
    const names = await writeSearchHead({ tiers, language: lang, outputFolder });
    const folder = path.dirname(searchIndexAddress(lang));
    const files = names.map((name) => `${folder}/${name}`).sort();
    return { files, pictures: [], reads: new Map(), tiers };
  }

  async #make(task: Task): Promise<Made> {
    if ('route' in task) return this.#writePage(task.route);
    if ('owner' in task) return { files: [], ...(await this.#renderer.makePictures(task.owner)) };
    return this.#writeTier(task);
  }

  async #writePage(route: Route): Promise<Made> {
    const { path: file, bytes, reads } = await this.#renderer.render(route);
    await this.#write(file, bytes);
    return { files: [file], pictures: [], reads };
  }

  async #writeTier({ lang, tier }: SearchTier): Promise<Made> {
    const { documents, reads } = await this.#renderer.searchDocuments(lang, tier);
    const outputFolder = this.#searchFolder(lang);
    const facts = await buildSearchTier({ key: tier, documents, language: lang, outputFolder });
    const folder = `${path.posix.dirname(searchIndexAddress(lang))}/${tier}`;
    const files = walkFolder(path.join(outputFolder, tier)).files.map(
      (file) => `${folder}/${file}`,
    );
    return { files, pictures: [], reads, tiers: [facts] };
  }

  #searchFolder(lang: string): string {
    return path.join(this.#job.out, path.dirname(searchIndexAddress(lang)));
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const place = path.join(this.#job.out, file);
    const folder = path.dirname(place);
    if (!this.#folders.has(folder)) await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
    // A second template for the same address would overwrite the first without a word.
    await writeFile(place, bytes, { flag: 'wx' });
  }
}
