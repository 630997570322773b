import type { WithText } from '@tamizdat/archive';
import type { Article, Words } from '@tamizdat/article-schema';
import { buildSlug, textOfBody } from '@tamizdat/body';
import { recordingExtension } from '@tamizdat/recordings';
import {
  figureHtml,
  fillProse,
  pictureHtml,
  type Prose,
  type ProseFigure,
  recordingHtml,
  recordingInFeed,
  setText,
} from '@tamizdat/render';
import { describeText } from '../metadata/list-description.ts';
import { showPicture } from '../picture/media.ts';
import { loadRecording, showRecording } from '../recording/recording.ts';
import { site } from '../site.ts';
import { loadText } from './load-text.ts';

/** What a Markdown text belongs to. */
export type TextOwner = Pick<Article, 'folder' | 'lang' | 'sources'>;

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
  return renderProse(await loadText(article), article, pictures, words);
}

/** What a text without a standfirst is about: its beginning. */
export async function textDescription(text: WithText & { lang: string }): Promise<string> {
  return describeText(setText(textOfBody(await loadText(text)), text.lang));
}

/** Markdown that belongs to an article (its text, a note, an entry of a live blog), set once for all that show it. */
export async function proseOf(
  markdown: string,
  { lang, sources }: Pick<TextOwner, 'lang' | 'sources'>,
  { sources: heading, backToText, archivedCopy, undescribed }: Words,
  { fragment = '', hasFigures = true } = {},
): Promise<Prose> {
  const { setProse } = await site();
  const words = { sources: heading, backToText, archivedCopy, undescribed };
  return setProse(markdown, { lang, sources, words, fragment, hasFigures });
}

/** The same as HTML, with links from the site's root. */
export async function renderProse(
  markdown: string,
  owner: TextOwner,
  pictures: ProsePictures,
  words: Words,
  fragment = '',
): Promise<string> {
  const hasFigures = pictures !== 'none';
  const prose = await proseOf(markdown, owner, words, { fragment, hasFigures });
  const drawn = await Promise.all(
    prose.figures.map((figure) => figureOf(figure, owner, pictures, words)),
  );
  return fillProse(prose, (_, place) => drawn[place] ?? '');
}

function figureOf(
  figure: ProseFigure,
  owner: TextOwner,
  pictures: ProsePictures,
  words: Words,
): Promise<string> {
  return recordingExtension(figure.file) === undefined
    ? pictureFigure(figure, owner.folder, pictures)
    : recordingFigure(figure, owner, pictures, words);
}

async function pictureFigure(
  { file, alt, caption, credit, href }: ProseFigure,
  folder: string,
  pictures: ProsePictures,
): Promise<string> {
  const picture = await showPicture(folder, file, pictures === 'feed' ? 'feed' : 'inline');
  const html = pictureHtml(picture, { alt, sizes: SIZES, lazy: pictures === 'page' });
  return figureHtml(html, caption, credit, href);
}

async function recordingFigure(
  figure: ProseFigure,
  { folder, lang }: TextOwner,
  pictures: ProsePictures,
  words: Words,
): Promise<string> {
  const recording = await loadRecording(folder, figure.file);
  const fragment = `transcript-${buildSlug(figure.file, lang)}-`;
  const transcript =
    recording.transcript === undefined
      ? ''
      : await renderProse(
          recording.transcript,
          { folder, lang, sources: [] },
          'none',
          words,
          fragment,
        );
  const options = { ...figure, lang, words, transcript };
  const shown = showRecording(recording);
  return pictures === 'feed' ? recordingInFeed(shown, options) : recordingHtml(shown, options);
}
