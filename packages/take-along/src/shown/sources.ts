import { loadBody } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import type { Media, RecipeName } from '@tamizdat/media';
import { setProse } from '@tamizdat/render';
import { type LoadedPicture, loadPicture } from './load-picture.ts';

/** Where texts and pictures come from: a build writes down what it asked for, a command does not. */
export interface Sources {
  /** Loads an article’s Markdown. */
  loadText: (article: Article) => Promise<string>;
  /** Loads a picture of a folder of the content. */
  loadPicture: (folder: string, file: string, recipe?: RecipeName) => Promise<LoadedPicture>;
  setProse: typeof setProse;
}

/** Texts and pictures as they lie in a content folder. */
export const contentSources = (content: string, media: Media): Sources => ({
  loadText: (article) => loadBody(content, article),
  loadPicture: (folder, file, recipe) => loadPicture({ content, media }, folder, file, recipe),
  setProse,
});
