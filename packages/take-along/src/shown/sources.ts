import { ContentFiles } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import type { Media, RecipeName } from '@tamizdat/media';
import { setProse } from '@tamizdat/render';
import { type LoadedPicture, loadPicture } from './load-picture.ts';
import { type LoadedRecording, loadRecording } from './load-recording.ts';

/** Where texts, pictures and recordings come from: a build writes down what it asked for, a command does not. */
export interface Sources {
  /** Loads an article’s Markdown. */
  loadText: (article: Article) => Promise<string>;
  /** Loads a picture of a folder of the content. */
  loadPicture: (folder: string, file: string, recipe?: RecipeName) => Promise<LoadedPicture>;
  /** Loads a recording of a folder of the content. */
  loadRecording: (folder: string, file: string) => Promise<LoadedRecording>;
  setProse: typeof setProse;
}

/** Texts and pictures as they lie in a content folder. */
export function contentSources(content: string, media: Media): Sources {
  const files = new ContentFiles(content);
  return {
    loadText: (article) => files.text(article),
    loadPicture: (folder, file, recipe) => loadPicture({ content, media }, folder, file, recipe),
    loadRecording: (folder, file) => loadRecording({ files, media }, folder, file),
    setProse,
  };
}
