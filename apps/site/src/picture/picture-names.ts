import path from 'node:path/posix';
import type { Archive } from '@tamizdat/archive';
import type { Article, Page } from '@tamizdat/article-schema';
import { inspectBody } from '@tamizdat/body';
import type { Picture, RecipeName } from '@tamizdat/media';
import { loadText } from '../article/load-text.ts';
import { recordingExtension } from '@tamizdat/recordings';
import { recordingNames } from '../recording/recording.ts';
import { AUTHORS_FOLDER, derivePicture } from './media.ts';
import { usableImages } from './usable-images.ts';

/** An image of the content and how it is shown; a recording has no recipes. */
interface Use {
  folder: string;
  file: string;
  recipes: RecipeName[];
}

/** Names of the derivatives that listed articles and fixed pages need, in code-unit order. Makes what is missing. */
export async function pictureNames(door: Archive): Promise<string[]> {
  const names = new Set<string>();
  for (const use of await usesOf(door)) {
    if (use.recipes.length === 0)
      for (const name of await recordingNames(use.folder, use.file)) names.add(name);
    for (const recipe of use.recipes) {
      for (const name of namesOf(await derivePicture(use.folder, use.file, recipe)))
        names.add(name);
    }
  }
  return [...names].sort();
}

async function usesOf(door: Archive): Promise<Use[]> {
  const { languages } = await door.outlet();
  const articles = await Promise.all(languages.map(({ code }) => door.latest(code)));
  const pages = await Promise.all(languages.map(({ code }) => door.fixedPages(code)));
  const uses = [...articles.flat().map(usesOfArticle), ...pages.flat().map(usesOfPage)];
  const portraits = await Promise.all(languages.map(({ code }) => usesOfAuthors(door, code)));
  return [...(await Promise.all(uses)).flat(), ...portraits.flat()];
}

/** Portraits of the authors who have a page in a language. */
async function usesOfAuthors(door: Archive, lang: string): Promise<Use[]> {
  const ids = await door.listIds(lang, 'author');
  const authors = await Promise.all(ids.map((id) => door.author(id)));
  return authors.flatMap((author) =>
    author?.photo === undefined
      ? []
      : [{ folder: AUTHORS_FOLDER, file: author.photo, recipes: ['portrait' as const] }],
  );
}

async function usesOfArticle(article: Article): Promise<Use[]> {
  const lead: Use[] = article.leadImage
    ? [
        {
          folder: article.folder,
          file: article.leadImage.file,
          recipes: ['lead', 'thumb', 'feed'],
        },
      ]
    : [];
  const texts = [await loadText(article), article.editorsNote ?? ''];
  for (const { body } of article.live?.entries ?? []) texts.push(body);
  return [...lead, ...texts.flatMap((text) => usesOfText(text, article.folder))];
}

async function usesOfPage(page: Page): Promise<Use[]> {
  return usesOfText(await loadText(page), path.dirname(page.file));
}

function usesOfText(markdown: string, folder: string): Use[] {
  return usableImages(inspectBody(markdown)).map((file) => ({
    folder,
    file,
    recipes: recordingExtension(file) === undefined ? ['inline', 'feed'] : [],
  }));
}

function namesOf({ sources, fallback }: Picture): string[] {
  return [...sources.flatMap(({ files }) => files.map(({ name }) => name)), fallback.name];
}
