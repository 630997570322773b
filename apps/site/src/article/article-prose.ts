import { loadBody } from '@tamizdat/archive';
import type { Article, Words } from '@tamizdat/article-schema';
import { inspectBody, renderBody } from '@tamizdat/body';
import { contentFolder } from '../settings.ts';
import { pictureCaption } from './picture-caption.ts';
import { derivePicture } from '../picture/media.ts';
import { setHtml } from '../typography/set-html.ts';
import { setText } from '../typography/set-text.ts';
import { usableImages } from '../picture/usable-images.ts';
import { figureHtml, pictureHtml } from '../picture/picture-html.ts';

/** How pictures of a text are shown. */
export type ProsePictures = 'page' | 'feed' | 'none';

/** Width of a picture in the text column. */
const SIZES = '(min-width:40em) 38rem, 100vw';

/** An article's text as HTML, with links from the site's root. Reads the file; the collection holds no texts. */
export async function articleProse(
  article: Article,
  pictures: ProsePictures,
  words: Words,
): Promise<string> {
  const markdown = await loadBody(contentFolder, article);
  return renderProse(markdown, article, pictures, words);
}

/** Markdown that belongs to an article (its text, a note, an entry of a live blog) as HTML. */
export async function renderProse(
  markdown: string,
  article: Pick<Article, 'folder' | 'lang' | 'sources'>,
  pictures: ProsePictures,
  words: Words,
  fragment = '',
): Promise<string> {
  const facts = inspectBody(markdown);
  const figures = await renderFigures(usableImages(facts), article.folder, pictures);
  const setCaption = (text: string | undefined) => text && setText(text, article.lang);
  const cited = new Set(facts.footnoteReferences.map(({ id }) => id));
  const html = renderBody(markdown, {
    lang: article.lang,
    words: { sources: words.sources, backToText: words.backToText, archived: words.archivedCopy },
    // A note or an entry lists what it cites; the text lists every source of the article.
    sources: fragment ? article.sources.filter(({ id }) => cited.has(id)) : article.sources,
    picture: ({ file, alt, title }) => {
      const picture = figures.get(file);
      if (!picture) return null;
      const { caption, credit } = pictureCaption(title);
      return figureHtml(picture(alt), setCaption(caption), setCaption(credit));
    },
    ...(fragment ? { fragment } : {}),
  });
  return setHtml(html, article.lang);
}

/** The pictures of a text by file name: rendering is synchronous, making pictures is not. */
async function renderFigures(
  files: readonly string[],
  folder: string,
  pictures: ProsePictures,
): Promise<Map<string, (alt: string) => string>> {
  if (pictures === 'none') return new Map();
  const recipe = pictures === 'feed' ? 'feed' : 'inline';
  const derived = await Promise.all(
    files.map(async (file): Promise<[string, (alt: string) => string]> => {
      const picture = await derivePicture(folder, file, recipe);
      return [
        file,
        (alt) => pictureHtml(picture, { alt, sizes: SIZES, lazy: pictures === 'page' }),
      ];
    }),
  );
  return new Map(derived);
}
