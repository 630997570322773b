import path from 'node:path/posix';
import { articleAddress, type Address, type Archive } from '@tamizdat/archive';
import { type Article, entryFragment, type Page } from '@tamizdat/article-schema';
import type { Picture, RecipeName } from '@tamizdat/media';
import { recordingExtension } from '@tamizdat/recordings';
import { proseOf, type TextOwner } from '../article/article-prose.ts';
import { loadText } from '../article/load-text.ts';
import { socialImage } from '../metadata/social-image.ts';
import { recordingNames } from '../recording/recording.ts';
import { AUTHORS_FOLDER, derivePicture } from './media.ts';

/** Whose pictures and recordings stand in the tree. Plain, so that they can be asked for again. */
export type PictureOwner =
  | readonly ['article', Address]
  | readonly ['page', lang: string, slug: string]
  | readonly ['author', id: string]
  | readonly ['outlet'];

/** An image of the content and how it is shown; a recording has no recipes. */
interface Use {
  folder: string;
  file: string;
  recipes: RecipeName[];
}

/** Listed articles, fixed pages, authors who have a page, and the outlet itself. */
export async function pictureOwners(door: Archive): Promise<PictureOwner[]> {
  const { languages } = await door.outlet();
  const editions = await Promise.all(
    languages.map(async ({ code }) => [
      ...(await door.latest(code)).map(
        ({ address }) => ['article', articleAddress(address)] as const,
      ),
      ...(await door.fixedPages(code)).map(({ slug }) => ['page', code, slug] as const),
    ]),
  );
  const ids = await Promise.all(languages.map(({ code }) => door.listIds(code, 'author')));
  const authors = [...new Set(ids.flat())].map((id) => ['author', id] as const);
  return [['outlet'], ...editions.flat(), ...authors];
}

/**
 * Names of the derivatives and recordings that are in the tree for an owner, in code-unit order: all that its pages, its
 * items in feeds and its link previews show, whether or not a list shows them now. Makes what is missing.
 */
export async function picturesOf(door: Archive, owner: PictureOwner): Promise<string[]> {
  const names = new Set<string>();
  for (const { folder, file, recipes } of await usesOf(door, owner)) {
    if (recipes.length === 0)
      for (const name of await recordingNames(folder, file)) names.add(name);
    for (const recipe of recipes)
      for (const name of namesOf(await derivePicture(folder, file, recipe))) names.add(name);
  }
  const [kind] = owner;
  const card = kind === 'outlet' ? await socialImage(await door.outlet(), undefined) : undefined;
  if (card) names.add(path.basename(card.url));
  return [...names].sort();
}

async function usesOf(door: Archive, owner: PictureOwner): Promise<Use[]> {
  switch (owner[0]) {
    case 'article': {
      const found = await door.find(owner[1]);
      return found?.visibility === 'listed' ? usesOfArticle(door, found.article) : [];
    }
    case 'page': {
      const page = await door.fixedPage(owner[1], owner[2]);
      return page === undefined ? [] : usesOfPage(door, page);
    }
    case 'author': {
      const photo = (await door.author(owner[1]))?.photo;
      return photo === undefined
        ? []
        : [{ folder: AUTHORS_FOLDER, file: photo, recipes: ['portrait'] }];
    }
    case 'outlet':
      return [];
  }
}

async function usesOfArticle(door: Archive, article: Article): Promise<Use[]> {
  const { folder, leadImage } = article;
  const lead: Use[] = leadImage
    ? [{ folder, file: leadImage.file, recipes: ['lead', 'thumb', 'feed', 'social'] }]
    : [];
  const entries = article.live?.entries ?? [];
  const texts = [
    [await loadText(article), ''],
    [article.editorsNote ?? '', 'note-'],
    ...entries.map(({ id, body }) => [body, entryFragment(id)] as const),
  ] as const;
  const uses = texts.map(([text, fragment]) => usesOfText(door, article, text, fragment));
  return [...lead, ...(await Promise.all(uses)).flat()];
}

async function usesOfPage(door: Archive, page: Page): Promise<Use[]> {
  const owner = { folder: path.dirname(page.file), lang: page.lang, sources: [] };
  return usesOfText(door, owner, await loadText(page));
}

async function usesOfText(
  door: Archive,
  owner: TextOwner,
  markdown: string,
  fragment = '',
): Promise<Use[]> {
  const { figures } = await proseOf(markdown, owner, await door.words(owner.lang), { fragment });
  return figures.map(({ file }) => ({
    folder: owner.folder,
    file,
    recipes: recordingExtension(file) === undefined ? ['inline', 'feed'] : [],
  }));
}

function namesOf({ sources, fallback }: Picture): string[] {
  return [...sources.flatMap(({ files }) => files.map(({ name }) => name)), fallback.name];
}
