export type { ArchivePlace, ArchiveTarget } from './archive-place.ts';
export { type ArchiveOptions, type ArchiveReport, publishArchives } from './publish-archives.ts';
