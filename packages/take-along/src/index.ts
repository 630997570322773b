export type { ScriptData } from './browser/script-data.ts';
export { buildAbout } from './edition/about-chapter.ts';
export {
  buildEdition,
  type EditionDays,
  type EditionOptions,
  gatherArticles,
  type Gathered,
} from './edition/build-edition.ts';
export { daysOf } from './edition/days-of.ts';
export { type Fitted, fitPictures, type Making } from './edition/fit-pictures.ts';
export { type Foot, footOf } from './edition/foot-of.ts';
export { buildArticleBook } from './forms/article-book.ts';
export { buildArticleHtml, warningsHtml, withoutLinks } from './forms/article-html.ts';
export { asTextFile, buildArticleText, type Taken, textBelowTitle } from './forms/article-text.ts';
export { withoutAddresses } from './forms/without-addresses.ts';
export { EDITION_ARTICLES_MAX, EDITION_MAX_BYTES, EDITION_MIRRORS_MAX } from './limits.ts';
export { drawForBook } from './shown/draw-for-book.ts';
export { type LoadedPicture, loadMade, loadPicture } from './shown/load-picture.ts';
export { imageHtml, loadShown, type Place, type ShownArticle } from './shown/load-shown.ts';
export { namesAndDate, sourceOf } from './shown/names-and-date.ts';
export { contentSources, type Sources } from './shown/sources.ts';
