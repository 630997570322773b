export { type FinishOptions, finishPage, isNotFoundPage } from './finish-page.ts';
export { plainNotes } from './html/plain-notes.ts';
export { type HtmlEvents, type HtmlTag, scanHtml } from './html/scan-html.ts';
export { relativeLink } from './links/relative-link.ts';
export { absolutizeHtml, relativizeHtml } from './links/rewrite-html.ts';
export { addContentSecurityPolicy } from './policy/add-content-policy.ts';
export type { PolicyOptions } from './policy/content-policy.ts';
export { formatProblem, PageError } from './page-error.ts';
export { compareByReach } from './replace/plan-changes.ts';
export { withLock } from './replace/lock.ts';
export { STAGING_FOLDER } from './replace/carry-out.ts';
export {
  holdTree,
  type ReplaceOptions,
  type ReplaceSummary,
  replaceTree,
  recoverTree,
} from './replace/replace-tree.ts';
export {
  compareStamps,
  isSameButForLinks,
  listStamped,
  stampFiles,
  stampTree,
  type TreeStamps,
} from './stamps/stamp-tree.ts';
export { type CheckOptions, checkTree } from './check/check-tree.ts';
export type { StandingFiles } from './check/standing-files.ts';
export type { TreeFile, TreeListing } from './walk-tree.ts';
export type { Budget, WeighedAs, WeightOf } from './weigh/budget.ts';
export { type FileWeight, roomOf } from './weigh/weigh-file.ts';
export { type KindWeight, type TreeWeight, weighTree } from './weigh/weigh-tree.ts';
