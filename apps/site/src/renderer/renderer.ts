import { askAgain, type Content, type Reads } from '@tamizdat/archive';
import type { SearchDocument } from '@tamizdat/search';
import { createApp } from 'astro/app/entrypoint';
import { openSite, type SiteSettings } from '../open-site.ts';
import { pictureOwners, picturesOf, type PictureOwner } from '../picture/picture-owners.ts';
import { searchDocuments } from '../search/search-documents.ts';
import { inRecordedSite, inSite, type Site } from '../site.ts';
import { listRoutes, PICTURES, type Route } from './list-routes.ts';

/** A file of the tree as it was rendered. */
export interface RenderedFile {
  /** Path in the tree. */
  path: string;
  bytes: Uint8Array;
}

/** Something that was made, and what was asked of the archive for it. */
export type Recorded<Made> = Made & { reads: Reads };

/** Renders one outlet at one clock from the compiled templates. */
export interface Renderer {
  /** Everything that can be rendered but pictures: pages, feeds and the other files of the tree. */
  routes: () => Promise<Route[]>;
  /** Whose pictures and recordings stand in the tree. */
  owners: () => Promise<PictureOwner[]>;
  /** @throws what the template throws, and Error where it answers that there is no such page. */
  render: (route: Route) => Promise<Recorded<RenderedFile>>;
  /** Makes the pictures of an owner; gives the names of their files. */
  makePictures: (owner: PictureOwner) => Promise<Recorded<{ pictures: string[] }>>;
  /** A picture or recording that was made, by the name of its file. */
  renderPicture: (name: string) => Promise<RenderedFile>;
  /** Keys of the tiers of an edition's search, newest first. */
  searchTiers: (lang: string) => Promise<string[]>;
  /** What a tier of an edition's search is made from, newest first. */
  searchDocuments: (
    lang: string,
    tier: string,
  ) => Promise<Recorded<{ documents: SearchDocument[] }>>;
  /** The digest of what a question that was noted is answered now. */
  ask: (question: string) => Promise<string>;
}

const app = createApp({ streaming: false });

/** Opens an outlet whose content was read and checked. */
export function openRenderer(settings: SiteSettings, content: Content): Renderer {
  const opened = openSite(settings, content);
  return {
    routes: () => inSite(opened, () => listRoutes(app.manifest)),
    owners: () => inSite(opened, () => pictureOwners(opened.door)),
    render: (route) => record(opened, () => renderRoute(route)),
    makePictures: (owner) =>
      record(opened, async ({ door }) => ({ pictures: await picturesOf(door, owner) })),
    renderPicture: (name) =>
      inSite(opened, () =>
        renderRoute({ pattern: PICTURES, pathname: PICTURES.replace('[name]', name) }),
      ),
    searchTiers: (lang) => opened.door.searchTiers(lang),
    searchDocuments: (lang, tier) =>
      record(opened, async () => ({ documents: await searchDocuments(lang, tier) })),
    ask: (question) => inSite(opened, () => askAgain(opened.door, question)),
  };
}

async function record<Made>(
  opened: Site,
  make: (recorded: Site) => Promise<Made>,
): Promise<Recorded<Made>> {
  const reads: Reads = new Map();
  return { ...(await inRecordedSite(opened, reads, make)), reads };
}

async function renderRoute({ pathname, pattern }: Route): Promise<RenderedFile> {
  const routeData = app.manifest.routes.find(
    ({ routeData }) => routeData.route === pattern,
  )?.routeData;
  if (!routeData) throw new Error(`no template is at ${pattern}`);
  const locals: App.Locals = { caught: {} };
  const response = await app.render(new Request(new URL(pathname, 'http://tree.invalid')), {
    routeData,
    locals,
  });
  const { error } = locals.caught ?? {};
  if (error !== undefined) throw asError(error);
  if (response.status !== 200 && routeData.route !== '/404')
    throw new Error(`${pathname}: the template ${pattern} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { path: locals.address ?? decodeURI(pathname).slice(1), bytes };
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

export type { PictureOwner, Route };
