import type { Content, Noted, Reads } from '@tamizdat/archive';
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

/** Whose pictures stand in the tree: plain words that the templates know. */
export type PictureOwner = readonly string[];

/** A part of an edition's search, and the addresses of the articles in it. */
export interface TierOfArticles {
  tier: string;
  addresses: string[];
}

/** A file of the tree as it was rendered. */
export interface RenderedFile {
  /** Path in the tree. */
  path: string;
  bytes: Uint8Array;
}

/** Something that was made, and what was asked of the archive for it. */
export type Recorded<Made> = Made & { reads: Reads };

/** Renders one outlet at one clock. */
export interface Renderer {
  /** Everything that can be rendered but pictures: pages, feeds and the other files of the tree. */
  routes: () => Promise<Route[]>;
  owners: () => Promise<PictureOwner[]>;
  /** @throws what the template throws, and Error where it answers that there is no such page. */
  render: (route: Route) => Promise<Recorded<RenderedFile>>;
  /** Makes the pictures of an owner; gives the names of their files. */
  makePictures: (owner: PictureOwner) => Promise<Recorded<{ pictures: string[] }>>;
  /** A picture or recording that was made, by the name of its file. */
  renderPicture: (name: string) => Promise<RenderedFile>;
  /** Tiers of an edition's search, newest first. */
  searchTiers: (lang: string) => Promise<TierOfArticles[]>;
  /** What a tier of an edition's search is made from, newest first. */
  searchDocuments: (
    lang: string,
    tier: string,
  ) => Promise<Recorded<{ documents: SearchDocument[] }>>;
  /** What questions that were noted are answered now, in their order. */
  ask: (noted: Noted) => Promise<Omit<Noted, 'questions'>>;
}

/** What the compiled templates give. */
export interface CompiledTemplates {
  /** Opens an outlet whose content was read and checked. */
  openRenderer: (settings: RenderSettings, content: Content) => Renderer;
}
