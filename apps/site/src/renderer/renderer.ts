import type { Content } from '@tamizdat/archive';
import type { SearchDocument } from '@tamizdat/search';
import { createApp } from 'astro/app/entrypoint';
import { openSite, type SiteSettings } from '../open-site.ts';
import { searchDocuments } from '../search/search-documents.ts';
import { inSite, type Site } from '../site.ts';
import { listRoutes, type Route } from './list-routes.ts';

/** A file of the tree as it was rendered. */
export interface RenderedFile {
  /** Path in the tree. */
  path: string;
  bytes: Uint8Array;
}

/** Renders one outlet at one clock from the compiled templates. */
export interface Renderer {
  /** Everything that can be rendered: pages, feeds, pictures and the other files of the tree. */
  routes: () => Promise<Route[]>;
  /** @throws what the template throws, and Error where it answers that there is no such page. */
  render: (route: Route) => Promise<RenderedFile>;
  /** What the search of an edition is made from, newest first. */
  searchDocuments: (lang: string) => AsyncIterable<SearchDocument>;
}

const app = createApp({ streaming: false });

/** Opens an outlet whose content was read and checked. */
export function openRenderer(settings: SiteSettings, content: Content): Renderer {
  const opened = openSite(settings, content);
  return {
    routes: () => inSite(opened, () => listRoutes(app.manifest)),
    render: (route) => inSite(opened, () => renderRoute(route)),
    searchDocuments: (lang) => searchDocuments(opened, lang),
  };
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

export type { Route, Site };
