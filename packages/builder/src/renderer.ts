import type { Content } from '@tamizdat/archive';
import type { SearchDocument } from '@tamizdat/search';

/** What pages are rendered from, besides the content. */
export interface RenderSettings {
  /** Folder of the content, absolute: texts, pictures and recordings are read there. */
  contentFolder: string;
  /** Folder of the kept derivatives of images, absolute: a cache, safe to delete. */
  mediaFolder: string;
  /** RFC 3339; see `buildClock`. */
  clock: string;
  /** Show drafts and what is yet to come, marked. */
  preview: boolean;
}

/** Something that a template can render. */
export interface Route {
  /** Pattern of the template, as `/[lang]/[feed]`: several templates have patterns that fit one address. */
  pattern: string;
  /** Address with the pattern's parts filled in, encoded as in a URL. */
  pathname: string;
}

/** Renders one outlet at one clock. */
export interface Renderer {
  /** Everything that can be rendered: pages, feeds, pictures and the other files of the tree. */
  routes: () => Promise<Route[]>;
  /** @throws what the template throws, and Error where it answers that there is no such page. */
  render: (route: Route) => Promise<{ path: string; bytes: Uint8Array }>;
  /** What the search of an edition is made from, newest first. */
  searchDocuments: (lang: string) => AsyncIterable<SearchDocument>;
}

/** What the compiled templates give. */
export interface CompiledTemplates {
  openRenderer: (settings: RenderSettings, content: Content) => Renderer;
}
