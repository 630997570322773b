export type {
  ArticleTexts,
  ArticleView,
  EditionContext,
  ShownCorrection,
  ShownLead,
  ShownName,
  ShownTaxon,
  ShownTime,
} from './article/article-view.ts';
export { buildArticleView, leadWords } from './article/build-article-view.ts';
export { lastChange } from './article/last-change.ts';
export { viewArticle } from './article/view-article.ts';
export { wholeArticleHtml, type WholeTexts } from './article/whole-article.ts';
export {
  dateAndTime,
  dayAndTime,
  endOnce,
  longDate,
  monthAlone,
  monthName,
  periodName,
  timeOfDay,
  yearName,
} from './dates/dates.ts';
export { escapeHtml } from '@tamizdat/body/escape-html';
export {
  fallbackHtml,
  figureHtml,
  leadSizes,
  pictureHtml,
  type ShownFile,
  type ShownPicture,
} from './picture/picture-html.ts';
export { fillProse, type Prose, type ProseFigure } from './prose/prose.ts';
export { type ProseOptions, rememberProse, setProse } from './prose/set-prose.ts';
export {
  fileLink,
  playingTime,
  recordingHtml,
  recordingInFeed,
  type ShownRecording,
} from './recording/recording-html.ts';
export { TEXT_LINE, wrapText } from './text/wrap-text.ts';
export { setArticle, setContent, setOutlet } from './typography/set-content.ts';
export { setHtml } from './typography/set-html.ts';
export { setText } from './typography/set-text.ts';
export { fillSet, setWords } from './typography/set-words.ts';
export { localized, taxonName } from './words/localized.ts';
export { wholeNumber } from './words/numbers.ts';
