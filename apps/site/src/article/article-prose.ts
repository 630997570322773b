import type { Article, Words } from '@tamizdat/article-schema';
import { buildSlug, inspectBody, renderBody, textOfBody } from '@tamizdat/body';
import { recordingExtension } from '@tamizdat/recordings';
import { setHtml, setText } from '@tamizdat/render';
import { describeText } from '../metadata/list-description.ts';
import { loadText, type WithText } from './load-text.ts';
import { pictureCaption } from './picture-caption.ts';
import { loadRecording } from '../recording/recording.ts';
import { recordingHtml, recordingInFeed } from '../recording/recording-html.ts';
import { derivePicture } from '../picture/media.ts';
import { usableImages } from '../picture/usable-images.ts';
import { figureHtml, pictureHtml } from '../picture/picture-html.ts';

/** How pictures of a text are shown. */
export type ProsePictures = 'page' | 'feed' | 'none';

/** Width of a picture in the text column. */
const SIZES = '(min-width:48em) 38rem,100vw';

/** An article's text as HTML, with links from the site's root. Reads the file; the collection holds no texts. */
export async function articleProse(
  article: Article,
  pictures: ProsePictures,
  words: Words,
): Promise<string> {
  const markdown = await loadText(article);
  return renderProse(markdown, article, pictures, words);
}

/** What a text without a standfirst is about: its beginning. */
export async function textDescription(text: WithText & { lang: string }): Promise<string> {
  return describeText(setText(textOfBody(await loadText(text)), text.lang));
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
  const figures = await renderFigures(usableImages(facts), article, pictures, words);
  const setCaption = (text: string | undefined) => text && setText(text, article.lang);
  const cited = new Set(facts.footnoteReferences.map(({ id }) => id));
  const html = renderBody(markdown, {
    lang: article.lang,
    words: { sources: words.sources, backToText: words.backToText, archived: words.archivedCopy },
    // A note or an entry lists what it cites; the text lists every source of the article.
    sources: fragment ? article.sources.filter(({ id }) => cited.has(id)) : article.sources,
    picture: ({ file, alt, title, href }) => {
      const picture = figures.get(file);
      if (!picture) return null;
      const { caption, credit } = pictureCaption(title);
      return picture(
        setText(alt, article.lang),
        { caption: setCaption(caption), credit: setCaption(credit) },
        href,
      );
    },
    ...(fragment ? { fragment } : {}),
  });
  return setHtml(html, article.lang);
}

/** Writes the figure of a picture or recording with the words a text gives it. */
type Figure = (alt: string, words: ReturnType<typeof pictureCaption>, href?: string) => string;

/** The figures of a text by file name: rendering is synchronous, making pictures is not. */
async function renderFigures(
  files: readonly string[],
  article: Pick<Article, 'folder' | 'lang'>,
  pictures: ProsePictures,
  words: Words,
): Promise<Map<string, Figure>> {
  if (pictures === 'none') return new Map();
  const made = files.map(async (file): Promise<[string, Figure]> => [
    file,
    recordingExtension(file) === undefined
      ? await pictureFigure(article.folder, file, pictures)
      : await recordingFigure(article, file, pictures, words),
  ]);
  return new Map(await Promise.all(made));
}

async function pictureFigure(
  folder: string,
  file: string,
  pictures: ProsePictures,
): Promise<Figure> {
  const picture = await derivePicture(folder, file, pictures === 'feed' ? 'feed' : 'inline');
  return (alt, { caption, credit }, href) => {
    const html = pictureHtml(picture, { alt, sizes: SIZES, lazy: pictures === 'page' });
    return figureHtml(html, caption, credit, href);
  };
}

async function recordingFigure(
  article: Pick<Article, 'folder' | 'lang'>,
  file: string,
  pictures: ProsePictures,
  words: Words,
): Promise<Figure> {
  const recording = await loadRecording(article.folder, file);
  const transcript =
    recording.transcript === undefined
      ? ''
      : await renderProse(
          recording.transcript,
          { ...article, sources: [] },
          'none',
          words,
          `transcript-${buildSlug(file, article.lang)}-`,
        );
  return (alt, caption, href) => {
    const options = { alt, ...caption, href, lang: article.lang, words, transcript };
    return pictures === 'feed'
      ? recordingInFeed(recording, options)
      : recordingHtml(recording, options);
  };
}
