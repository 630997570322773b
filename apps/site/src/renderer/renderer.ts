import { type Archive, articleAddress, askAgain, type Reads } from '@tamizdat/archive';
import type {
  CompiledTemplates,
  Recorded,
  RenderedFile,
  Route,
  TierOfArticles,
} from '@tamizdat/builder';
import { createApp } from 'astro/app/entrypoint';
import { openSite } from '../open-site.ts';
import { pictureOwners, picturesOf, type PictureOwner } from '../picture/picture-owners.ts';
import { searchDocuments } from '../search/search-documents.ts';
import { inRecordedSite, inSite, type Site } from '../site.ts';
import { Lists } from './list-once.ts';
import { listRoutes, PICTURES } from './list-routes.ts';

const app = createApp({ streaming: false });

export const openRenderer: CompiledTemplates['openRenderer'] = (settings, content) => {
  const opened = openSite(settings, content);
  const lists = new Lists(opened);
  return {
    routes: () => lists.listOnce('routes', (site) => inSite(site, () => listRoutes(app.manifest))),
    owners: () => lists.listOnce('owners', (site) => inSite(site, () => pictureOwners(site.door))),
    render: (route) => record(opened, () => renderRoute(route)),
    makePictures: (owner) =>
      record(opened, async ({ door }) => ({
        pictures: await picturesOf(door, owner as PictureOwner),
      })),
    renderPicture: (name) =>
      inSite(opened, () =>
        renderRoute({ pattern: PICTURES, pathname: PICTURES.replace('[name]', name) }),
      ),
    searchTiers: (lang) => tiersOf(opened.door, lang),
    searchDocuments: (lang, tier) =>
      record(opened, async () => ({ documents: await searchDocuments(lang, tier) })),
    ask: (noted) => inSite(opened, () => askAgain(opened.door, noted)),
  };
};

async function tiersOf(door: Archive, lang: string): Promise<TierOfArticles[]> {
  const keys = await door.searchTiers(lang);
  return Promise.all(
    keys.map(async (tier) => {
      const articles = await door.searchTier(lang, tier);
      return { tier, addresses: articles.map(({ address }) => articleAddress(address)) };
    }),
  );
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
