export type { Finding } from './finding.ts';
export { verifyFeed } from './verify-feed.ts';
export { requireReader } from './require-reader.ts';
export type { ReadFeed, ReadItem } from './readers/read-feed.ts';
export { readWithFeedsmith } from './readers/feedsmith.ts';
export { readWithRssParser } from './readers/rss-parser.ts';
export { explainMissingNewsboat, readWithNewsboat } from './readers/newsboat.ts';
export { explainMissingFeedparser, readWithFeedparser } from './readers/feedparser.ts';
export { verifyCatalogue } from './catalogue-rules.ts';
