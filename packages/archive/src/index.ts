export * from './addresses.ts';
export * from './archive.ts';
export { ContentFiles, type WithText } from './door/content-files.ts';
export { askAgain, recordDoor, UNANSWERED, type Noted, type Reads } from './door/recording-door.ts';
export { digestParts, type PartDigests } from './door/part-digests.ts';
export { digestAnswer } from './door/digest-answer.ts';
export { matchPage } from './pages/match-page.ts';
export { buildAddress } from './pages/page-kinds.ts';
export { pageAddresses, pagePaths } from './pages/page-addresses.ts';
export { sitemapPages, type SitemapPage } from './pages/sitemap-pages.ts';
export { pageNames, weightOf, type PlacedWeight } from './pages/weight-of.ts';
export type { Weight, WeightBudget } from './pages/weights.ts';
export { reservedAddresses, type Reserved } from './pages/reserved-address.ts';
export * from './clock.ts';
export * from './instant.ts';
export * from './limits.ts';
export type { BookIssue } from './queries/books.ts';
export { weeksOf } from './queries/newsletter-periods.ts';
export type { TakenBack } from './queries/taken-back.ts';
export { localDay, startOfNextDay } from './local-day.ts';
export * from './visibility.ts';
export * from './kept/index.ts';
export * from './load/index.ts';
export type { LoggedCorrection } from './queries/corrections.ts';
export {
  buildNewsletterIssues,
  isClosed,
  LATEST,
  type NewsletterIssue,
} from './queries/newsletter-issues.ts';
export { mirrorsFor, showMirror } from './queries/mirrors.ts';
export { buildSearchTiers, type SearchTier } from './queries/search-tiers.ts';
